package io.waymark.pipeline.jobs.booking;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.BookingRequested;
import io.waymark.pipeline.jobs.Stories;
import java.time.Duration;
import java.time.Instant;

/** Folds a booking from its events, an hour apart. */
final class Events {

    private Events() {}

    static FoldedBooking fold(BookingDetails details, BookingEvent... events) {
        BookingRequested requested = Stories.requested(details);
        FoldedBooking booking = FoldedBooking.requested(Stories.TENANT.id(), Stories.booking(1), requested, mark(1));
        long version = 1;
        for (BookingEvent event : events) {
            version++;
            booking = booking.after(event, mark(version));
        }
        return booking;
    }

    static Mark mark(long version) {
        Instant at = Stories.BOOKED.plus(Duration.ofHours(version - 1));
        return new Mark(version, 100, version, at, at.plusSeconds(1));
    }
}
