package io.waymark.booking;

import io.waymark.events.booking.BookingEvent.Refusal;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refused rooms in the words of the API. */
public final class Refusals {

    private Refusals() {}

    /**
     * Why what was asked for has not come about, though it was recorded: the booking was refused, or its change was.
     *
     * @param changeId of the change that was asked for; null where it was the booking itself
     */
    public static Optional<Problem> of(Booking booking, @Nullable String changeId) {
        if (booking instanceof Booking.Refused refused) {
            return Optional.of(problem(refused.refusal()));
        }
        return booking.known()
                .flatMap(facts -> Optional.ofNullable(facts.refusedChange()))
                .filter(refused -> refused.changeId().equals(changeId))
                .map(refused -> problem(refused.refusal()));
    }

    /** The refusal as a problem. */
    public static Problem problem(Refusal refusal) {
        return Problem.of(code(refusal), detail(refusal));
    }

    /** The problem that a refusal is. */
    public static ProblemCode code(Refusal refusal) {
        return switch (refusal.reason()) {
            case SOLD_OUT -> ProblemCode.SOLD_OUT;
            case CLOSED, MIN_STAY, CLOSED_TO_ARRIVAL, CLOSED_TO_DEPARTURE -> ProblemCode.RESTRICTED;
            case UNKNOWN_ROOM_TYPE -> ProblemCode.INVALID;
            case HOLD_EXPIRED -> ProblemCode.HOLD_EXPIRED;
        };
    }

    /** The refusal in one sentence. */
    public static String detail(Refusal refusal) {
        String room = "Room type " + refusal.roomTypeCode();
        String date = refusal.date() == null ? "" : " on " + refusal.date();
        return switch (refusal.reason()) {
            case SOLD_OUT -> room + " is sold out" + date + ".";
            case CLOSED -> room + " is closed" + date + ".";
            case MIN_STAY -> room + " asks for a longer stay when arriving" + date + ".";
            case CLOSED_TO_ARRIVAL -> room + " takes no arrivals" + date + ".";
            case CLOSED_TO_DEPARTURE -> room + " takes no departures" + date + ".";
            case UNKNOWN_ROOM_TYPE -> room + " is not sold here.";
            case HOLD_EXPIRED -> "The hold of room type " + refusal.roomTypeCode() + " has expired.";
        };
    }
}
