package io.waymark.pipeline.jobs.booking;

import io.waymark.events.booking.BookingEvent.GuestCheckedIn;
import io.waymark.events.booking.BookingEvent.Refusal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of a booking that was not agreed before. */
record Outcome(
        @Nullable String assignedRoomTypeCode,
        @Nullable LocalDate departedOn,
        @Nullable String refusal) {

    static final Outcome OPEN = new Outcome(null, null, null);

    Outcome checkedIn(GuestCheckedIn event) {
        return new Outcome(event.assignedRoomTypeCode(), departedOn, refusal);
    }

    Outcome departed(LocalDate day) {
        return new Outcome(assignedRoomTypeCode, day, refusal);
    }

    /** In words, such as {@code sold-out: DBL 2026-07-01}. */
    Outcome refused(Refusal why) {
        String reason = why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String date = why.date() == null ? "" : " " + why.date();
        return new Outcome(assignedRoomTypeCode, departedOn, reason + ": " + why.roomTypeCode() + date);
    }
}
