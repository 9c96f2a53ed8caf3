package io.waymark.booking.api;

import io.waymark.events.booking.BookingEvent.Refusal;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;

/** Refused rooms in the words of the API. */
final class Refusals {

    private Refusals() {}

    static Problem problem(Refusal refusal) {
        return Problem.of(code(refusal), detail(refusal));
    }

    static ProblemCode code(Refusal refusal) {
        return switch (refusal.reason()) {
            case SOLD_OUT -> ProblemCode.SOLD_OUT;
            case CLOSED, MIN_STAY, CLOSED_TO_ARRIVAL, CLOSED_TO_DEPARTURE -> ProblemCode.RESTRICTED;
            case UNKNOWN_ROOM_TYPE -> ProblemCode.INVALID;
            case HOLD_EXPIRED -> ProblemCode.HOLD_EXPIRED;
        };
    }

    static String detail(Refusal refusal) {
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
