package io.waymark.channels.port;

import io.waymark.events.booking.BookingDetails;
import io.waymark.kernel.Problem;
import io.waymark.runtime.entity.Origin;
import java.util.concurrent.CompletionStage;

/** Bookings as a channel sees them. Every call is safe to repeat with the same origin. */
public interface Reservations {

    /** Books and confirms at once: the channel has already promised the guest the room. */
    CompletionStage<Outcome> place(String bookingId, BookingDetails details, Origin origin);

    /** Makes the booking what the details say, all or nothing. */
    CompletionStage<Outcome> change(String bookingId, String changeId, BookingDetails details, Origin origin);

    /** Calls the booking off and frees its rooms. */
    CompletionStage<Outcome> cancel(String bookingId, Origin origin);

    /** What came of it. */
    sealed interface Outcome {

        /** The booking is as it was asked for, at this revision. */
        record Done(long revision) implements Outcome {}

        /** The booking stands as it was. */
        record Refused(Problem problem) implements Outcome {}
    }
}
