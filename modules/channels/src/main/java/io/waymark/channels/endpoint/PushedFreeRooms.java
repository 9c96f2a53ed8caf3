package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.freerooms.FreeRooms;
import io.waymark.channels.endpoint.FreeRoomsPlan.Slot;
import io.waymark.channels.port.Hotel;
import io.waymark.channels.port.Hotels;
import io.waymark.channels.port.Reservations.Outcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Carries FreeRooms over to the calendars. Room types that the hotel does not have are left out with a warning: what the
 * house sells is its own decision, and a message must not fail for one category that it never told us about.
 */
final class PushedFreeRooms {

    private final HotelLookup lookup;
    private final Hotels hotels;

    PushedFreeRooms(HotelLookup lookup, Hotels hotels) {
        this.lookup = lookup;
        this.hotels = hotels;
    }

    CompletionStage<Handled> handle(Delivery delivery, FreeRooms message) {
        return lookup.find(delivery.connection(), message.hotel()).thenCompose(found -> switch (found) {
            case HotelLookup.Found.Nowhere nowhere ->
                CompletableFuture.completedFuture(
                        Handled.errors(Action.FREE_ROOMS, message.hotel().code(), List.of(nowhere.violation())));
            case HotelLookup.Found.Here here -> carryOut(delivery, message, here.hotel());
        });
    }

    private CompletionStage<Handled> carryOut(Delivery delivery, FreeRooms message, Hotel hotel) {
        LocalDate today = LocalDate.ofInstant(delivery.occurredAt(), ZoneOffset.UTC);
        FreeRoomsPlan plan = FreeRoomsPlan.of(message, hotel, today);
        CompletionStage<List<String>> warnings = CompletableFuture.completedFuture(plan.warnings());
        for (Map.Entry<Hotel.Room, List<Slot>> room : plan.slots().entrySet()) {
            warnings = warnings.thenCompose(before -> set(delivery, room.getKey(), room.getValue())
                    .thenApply(outcome -> warned(before, room.getKey(), outcome)));
        }
        return warnings.thenApply(all -> Handled.done(Action.FREE_ROOMS, hotel.code(), all));
    }

    private CompletionStage<Outcome> set(Delivery delivery, Hotel.Room room, List<Slot> slots) {
        return hotels.occupied(delivery.tenant(), room.roomTypeId(), FreeRoomsPlan.span(slots))
                .thenCompose(occupied -> hotels.setCalendar(
                        room.roomTypeId(), FreeRoomsPlan.changes(slots, occupied), delivery.origin(room.code())));
    }

    private static List<String> warned(List<String> before, Hotel.Room room, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            List<String> all = new ArrayList<>(before);
            all.add("room type '" + room.code() + "' stays as it was: "
                    + refused.problem().detail());
            return all;
        }
        return before;
    }
}
