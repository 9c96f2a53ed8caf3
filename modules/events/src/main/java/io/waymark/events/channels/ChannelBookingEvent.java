package io.waymark.events.channels;

import io.waymark.events.Event;
import io.waymark.events.EventName;
import io.waymark.events.booking.BookingDetails;
import io.waymark.kernel.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a channel says about one of its bookings, and what became of it. */
public sealed interface ChannelBookingEvent extends Event {

    /**
     * The channel sent a revision that we had not seen; it is being applied.
     *
     * @param details absent for a cancellation and for a request for a quote
     * @param inquiry a request for a quote in the channel's own words
     */
    @EventName("channels.reservation-received.v1")
    record ReservationReceived(
            String connection,
            String remoteId,
            Revision revision,
            Kind kind,
            String bookingId,
            @Nullable BookingDetails details,
            @Nullable Sealed<String> inquiry)
            implements ChannelBookingEvent {}

    /** The booking is as the revision says. */
    @EventName("channels.reservation-applied.v1")
    record ReservationApplied(Revision revision, long bookingRevision) implements ChannelBookingEvent {}

    /** The revision could not be applied; the booking stands as it was. */
    @EventName("channels.reservation-refused.v1")
    record ReservationRefused(Revision revision, String code, String detail) implements ChannelBookingEvent {}

    /** What the channel says has happened. */
    enum Kind {
        NEW,
        MODIFIED,
        CANCELLED,
        /** Somebody asks for a quote; no room is wanted yet. */
        REQUESTED
    }

    /**
     * Which state of the channel's booking a message carries.
     *
     * @param at the channel's own time of the revision; an older one never replaces a newer one
     * @param digest hex SHA-256 of the message's content: the same digest is the same revision, sent again
     */
    record Revision(Instant at, String digest) {}
}
