package io.waymark.channels.alpinebits;

import io.waymark.channels.alpinebits.freerooms.FreeRooms;
import io.waymark.channels.alpinebits.freerooms.FreeRoomsRules;
import io.waymark.channels.alpinebits.freerooms.FreeRoomsXml;
import io.waymark.channels.alpinebits.inventory.HotelContent;
import io.waymark.channels.alpinebits.inventory.HotelContentReader;
import io.waymark.channels.alpinebits.inventory.HotelInfoRules;
import io.waymark.channels.alpinebits.inventory.InventoryRules;
import io.waymark.channels.alpinebits.rateplan.BaseRatesRequest;
import io.waymark.channels.alpinebits.rateplan.RatePlanRules;
import io.waymark.channels.alpinebits.rateplan.RatePlans;
import io.waymark.channels.alpinebits.rateplan.RatePlansReader;
import io.waymark.channels.alpinebits.reservation.Acknowledgement;
import io.waymark.channels.alpinebits.reservation.ReadRequest;
import io.waymark.channels.alpinebits.reservation.Reservation;
import io.waymark.channels.alpinebits.reservation.ReservationReader;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.List;

/** A client's request, read from a valid document. */
public sealed interface Request {

    /** A handshake. */
    record Ping(XmlElement document) implements Request {}

    /** New availabilities. */
    record PushFreeRooms(FreeRooms message) implements Request {}

    /** Reservations for us. Each is judged on its own, so the message as a whole breaks no rule. */
    record PushReservations(List<Reservation> reservations) implements Request {}

    /** The client wants the reservations that we have for it. */
    record ReadReservations(ReadRequest message) implements Request {}

    /** The client has taken over what it read. */
    record AcknowledgeReservations(Acknowledgement message) implements Request {}

    /** Categories and rooms of a house. */
    record PushInventory(HotelContent message) implements Request {}

    /** The description of a house. */
    record PushHotelInfo(HotelContent message) implements Request {}

    /** The client wants to know categories and rooms. */
    record PullInventory(HotelReference hotel) implements Request {}

    /** The client wants to know the description. */
    record PullHotelInfo(HotelReference hotel) implements Request {}

    /** New prices. */
    record PushRatePlans(RatePlans message) implements Request {}

    /** The client wants to know prices. */
    record PullBaseRates(BaseRatesRequest message) implements Request {}

    /**
     * Reads the document of an action.
     *
     * @throws io.waymark.channels.alpinebits.xml.Values.BadValue if a value fits the schema and is still of no use
     */
    static Request of(Action action, XmlElement document) {
        return switch (action) {
            case PING -> new Ping(document);
            case FREE_ROOMS -> new PushFreeRooms(FreeRoomsXml.read(document));
            case PUSH_RESERVATIONS -> new PushReservations(ReservationReader.pushed(document));
            case READ_RESERVATIONS -> new ReadReservations(ReadRequest.of(document));
            case ACKNOWLEDGE_RESERVATIONS -> new AcknowledgeReservations(Acknowledgement.of(document));
            case PUSH_INVENTORY -> new PushInventory(HotelContentReader.read(document));
            case PUSH_HOTEL_INFO -> new PushHotelInfo(HotelContentReader.read(document));
            case PULL_INVENTORY -> new PullInventory(HotelContent.asked(document));
            case PULL_HOTEL_INFO -> new PullHotelInfo(HotelContent.asked(document));
            case PUSH_RATE_PLANS -> new PushRatePlans(RatePlansReader.read(document));
            case PULL_BASE_RATES -> new PullBaseRates(BaseRatesRequest.of(document));
        };
    }

    /** The rules of the standard that the request as a whole breaks; empty where it can be carried out. */
    default List<Violation> violations() {
        return switch (this) {
            case Ping ping -> List.of();
            case PushFreeRooms push -> FreeRoomsRules.violations(push.message());
            case PushReservations push -> List.of();
            case ReadReservations read -> read.message().hotel().violations();
            case AcknowledgeReservations acknowledge -> List.of();
            case PushInventory push -> InventoryRules.violations(push.message());
            case PushHotelInfo push -> HotelInfoRules.violations(push.message());
            case PullInventory pull -> pull.hotel().violations();
            case PullHotelInfo pull -> pull.hotel().violations();
            case PushRatePlans push -> RatePlanRules.violations(push.message());
            case PullBaseRates pull -> pull.message().violations();
        };
    }
}
