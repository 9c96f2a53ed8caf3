package io.waymark.channels.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.LanguageText;
import io.waymark.channels.alpinebits.inventory.GuestRoom;
import io.waymark.channels.alpinebits.inventory.HotelContent;
import io.waymark.channels.alpinebits.inventory.HotelContentWriter;
import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.channels.listing.HotelListing;
import io.waymark.channels.listing.HotelListingCommand;
import io.waymark.channels.listing.HotelListingCommand.DescribeHotel;
import io.waymark.channels.listing.HotelListingCommand.DescribeRooms;
import io.waymark.channels.port.Hotel;
import io.waymark.channels.port.Hotels;
import io.waymark.channels.port.Reservations.Outcome;
import io.waymark.events.channels.HotelListingEvent.HotelDescribed;
import io.waymark.events.channels.HotelListingEvent.RoomsDescribed;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Carries Inventory over: categories become the hotel's room types, and every description is kept for those who ask for
 * it. Here an unknown room type is created, because describing its rooms is how a house tells what it has.
 */
final class PushedInventory {

    /** InfoCode of a category's name. */
    private static final int NAME = 25;

    private final HotelLookup lookup;
    private final Hotels hotels;
    private final Entities<HotelListing, HotelListingCommand> listings;

    PushedInventory(HotelLookup lookup, Hotels hotels, Entities<HotelListing, HotelListingCommand> listings) {
        this.lookup = lookup;
        this.hotels = hotels;
        this.listings = listings;
    }

    CompletionStage<Handled> rooms(Delivery delivery, HotelContent content) {
        return lookup.find(delivery.connection(), content.hotel()).thenCompose(found -> switch (found) {
            case HotelLookup.Found.Nowhere nowhere -> nowhere(Action.PUSH_INVENTORY, content, nowhere);
            case HotelLookup.Found.Here here -> rooms(delivery, content, here.hotel());
        });
    }

    CompletionStage<Handled> description(Delivery delivery, HotelContent content) {
        return lookup.find(delivery.connection(), content.hotel()).thenCompose(found -> switch (found) {
            case HotelLookup.Found.Nowhere nowhere -> nowhere(Action.PUSH_HOTEL_INFO, content, nowhere);
            case HotelLookup.Found.Here here ->
                listings.ask(
                                here.hotel().propertyId(),
                                new DescribeHotel(new HotelDescribed(
                                        delivery.connection().name(),
                                        here.hotel().propertyId(),
                                        here.hotel().code(),
                                        content.hotel().name(),
                                        document(Action.PUSH_HOTEL_INFO, content))),
                                delivery.origin("hotel"))
                        .thenApply(reply -> handled(Action.PUSH_HOTEL_INFO, here.hotel(), reply, List.of()));
        });
    }

    private CompletionStage<Handled> rooms(Delivery delivery, HotelContent content, Hotel hotel) {
        List<Hotel.Room> rooms = categories(delivery.tenant(), hotel, content);
        return hotels.setRooms(hotel, rooms, delivery.origin("rooms"))
                .thenCompose(outcome -> listings.ask(
                                hotel.propertyId(),
                                new DescribeRooms(new RoomsDescribed(
                                        delivery.connection().name(),
                                        hotel.propertyId(),
                                        hotel.code(),
                                        document(Action.PUSH_INVENTORY, content))),
                                delivery.origin("listing"))
                        .thenApply(reply -> handled(Action.PUSH_INVENTORY, hotel, reply, warnings(outcome))));
    }

    private static List<String> warnings(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? List.of(
                        "the room types stay as they were: " + refused.problem().detail())
                : List.of();
    }

    private static Handled handled(Action action, Hotel hotel, Reply<HotelListing> reply, List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        if (reply instanceof Reply.Refused<HotelListing> refused) {
            all.add(refused.problem().detail());
        }
        return Handled.done(action, hotel.code(), all);
    }

    private static CompletionStage<Handled> nowhere(
            Action action, HotelContent content, HotelLookup.Found.Nowhere nowhere) {
        return CompletableFuture.completedFuture(
                Handled.errors(action, content.hotel().code(), List.of(nowhere.violation())));
    }

    /** The first GuestRoom with a code is the category; those that follow are its rooms. */
    private static List<Hotel.Room> categories(Tenant tenant, Hotel hotel, HotelContent content) {
        List<Hotel.Room> rooms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (GuestRoom room : Objects.requireNonNull(content.guestRooms(), "the rules want rooms")) {
            if (seen.add(room.code())) {
                rooms.add(hotel.room(room.code())
                        .map(known -> described(known, room))
                        .orElseGet(() -> described(
                                new Hotel.Room(
                                        Ids.derived("rmt", tenant.id(), hotel.code(), room.code()),
                                        room.code(),
                                        room.code(),
                                        1),
                                room)));
            }
        }
        return rooms;
    }

    private static Hotel.Room described(Hotel.Room known, GuestRoom room) {
        @Nullable String name = name(room);
        return new Hotel.Room(
                known.roomTypeId(),
                known.code(),
                name == null ? known.name() : name,
                Objects.requireNonNullElse(room.maxOccupancy(), known.maxGuests()));
    }

    /** The category's name, the English one where there are several. */
    private static @Nullable String name(GuestRoom room) {
        List<LanguageText> names = new ArrayList<>();
        for (GuestRoom.Media media : Objects.requireNonNullElse(room.media(), List.<GuestRoom.Media>of())) {
            if (Integer.valueOf(NAME).equals(media.infoCode()) && media.texts() != null) {
                names.addAll(media.texts());
            }
        }
        return names.stream()
                .filter(text -> "en".equals(text.language()))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(LanguageText::text)
                .orElse(null);
    }

    private static String document(Action action, HotelContent content) {
        return new String(XmlText.document(HotelContentWriter.push(action, content)), UTF_8);
    }
}
