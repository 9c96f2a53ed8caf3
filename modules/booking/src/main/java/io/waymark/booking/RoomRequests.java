package io.waymark.booking;

import io.waymark.events.booking.BookingEvent.Refusal;
import io.waymark.events.booking.BookingEvent.RefusalReason;
import io.waymark.events.booking.RoomStay;
import io.waymark.inventory.RoomTypeCommand;
import io.waymark.inventory.RoomTypes;
import io.waymark.inventory.RoomTypes.Outcome;
import io.waymark.inventory.Shortage;
import io.waymark.kernel.Problem;
import io.waymark.runtime.entity.Origin;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Sends requests to room types one after the other, up to the first that cannot be met. */
final class RoomRequests {

    private final RoomTypes roomTypes;
    private final Supplier<String> commandIds;

    /**
     * Requests to these room types.
     *
     * @param commandIds fresh ids: a step that begins again may hold anew what it had given back in between, which an entity
     *     would not do for a command id that it has seen
     */
    RoomRequests(RoomTypes roomTypes, Supplier<String> commandIds) {
        this.roomTypes = roomTypes;
        this.commandIds = commandIds;
    }

    /** A command about one room of the booking. */
    record Request(RoomStay room, RoomTypeCommand command) {}

    /**
     * Sends the requests in order.
     *
     * @return why one of them could not be met, the rest then being left; empty where all were
     */
    CompletionStage<Optional<Refusal>> all(List<Request> requests, Origin origin) {
        if (requests.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Request first = requests.getFirst();
        return roomTypes
                .ask(first.room().roomTypeId(), first.command(), origin.part(commandIds.get()))
                .thenCompose(outcome -> switch (outcome) {
                    case Outcome.Done done -> all(requests.subList(1, requests.size()), origin);
                    case Outcome.Unavailable(Shortage shortage) ->
                        CompletableFuture.completedFuture(Optional.of(refusal(first.room(), shortage)));
                    case Outcome.Refused(Problem problem) ->
                        CompletableFuture.failedFuture(
                                new IllegalStateException(first.command() + " was refused: " + problem.detail()));
                });
    }

    private static Refusal refusal(RoomStay room, Shortage shortage) {
        RefusalReason reason = switch (shortage.reason()) {
            case SOLD_OUT -> RefusalReason.SOLD_OUT;
            case CLOSED -> RefusalReason.CLOSED;
            case MIN_STAY -> RefusalReason.MIN_STAY;
            case CLOSED_TO_ARRIVAL -> RefusalReason.CLOSED_TO_ARRIVAL;
            case CLOSED_TO_DEPARTURE -> RefusalReason.CLOSED_TO_DEPARTURE;
            case UNKNOWN_ROOM_TYPE -> RefusalReason.UNKNOWN_ROOM_TYPE;
        };
        return new Refusal(reason, room.roomTypeCode(), shortage.date());
    }
}
