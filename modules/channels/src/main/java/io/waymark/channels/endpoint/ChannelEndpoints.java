package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.http.Envelope;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlLimits;
import io.waymark.channels.booking.ChannelBooking;
import io.waymark.channels.booking.ChannelBookingCommand;
import io.waymark.channels.connection.ChannelConnections;
import io.waymark.channels.feed.SyncMarks;
import io.waymark.channels.listing.HotelListing;
import io.waymark.channels.listing.HotelListingCommand;
import io.waymark.channels.message.ChannelMessages;
import io.waymark.channels.port.Hotels;
import io.waymark.channels.rateplan.PricePlan;
import io.waymark.channels.rateplan.RatePlanCommand;
import io.waymark.channels.rateplan.RatePlanList;
import io.waymark.runtime.Platform;
import io.waymark.runtime.entity.Entities;
import java.security.SecureRandom;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.Route;

/** Puts the endpoints of channels together. */
public final class ChannelEndpoints {

    private final Platform platform;
    private final ChannelConnections connections;
    private final ChannelMessages messages;
    private final Hotels hotels;
    private final SyncMarks marks;

    public ChannelEndpoints(
            Platform platform,
            ChannelConnections connections,
            ChannelMessages messages,
            Hotels hotels,
            SyncMarks marks) {
        this.platform = platform;
        this.connections = connections;
        this.messages = messages;
        this.hotels = hotels;
        this.marks = marks;
    }

    /** POST /alpinebits and POST /v1/channel-reservations. */
    public Route routes(
            Entities<ChannelBooking, ChannelBookingCommand> bookings,
            Entities<PricePlan, RatePlanCommand> plans,
            RatePlanList planList,
            Entities<HotelListing, HotelListingCommand> listings) {
        AlpineBitsXml xml = new AlpineBitsXml(XmlLimits.STANDARD);
        HotelLookup lookup = new HotelLookup(hotels);
        DetailsSealing sealing = new DetailsSealing(platform.vault());
        BookingIntake intake = new BookingIntake(bookings, marks);
        Dispatcher dispatcher = new Dispatcher(
                new PushedReservations(lookup, sealing, intake),
                new PushedFreeRooms(lookup, hotels),
                new PushedInventory(lookup, hotels, listings),
                new PushedRatePlans(lookup, planList, plans),
                new Pulls(lookup, listings, planList, plans, xml));
        SecureRandom random = new SecureRandom();
        AlpineBitsEndpoint endpoint = new AlpineBitsEndpoint(
                connections, new Envelope(xml, Envelope.LARGEST), dispatcher, messages, platform.clock(), random);
        return Directives.concat(
                new AlpineBitsRoutes(endpoint, platform.clock(), random).routes(),
                new ReservationRoutes(
                                endpoint,
                                new PushedJson(lookup, sealing, intake, messages, platform.clock()),
                                platform.clock(),
                                random)
                        .routes());
    }
}
