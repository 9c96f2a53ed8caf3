package io.waymark.channels.booking;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.channels.ChannelBookingEvent.Kind;
import io.waymark.events.channels.ChannelBookingEvent.Revision;
import io.waymark.kernel.Problem;
import io.waymark.kernel.Sealed;
import io.waymark.runtime.entity.ClusterMessage;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of a channel booking. */
public sealed interface ChannelBookingCommand extends ClusterMessage {

    /**
     * The channel sent a reservation.
     *
     * @param firstBookingId the id of the booking that this reservation becomes, unless one was called off before
     * @param details absent for a cancellation and for a request for a quote
     * @param inquiry a request for a quote in the channel's own words
     */
    record Receive(
            String connection,
            String remoteId,
            Revision revision,
            Kind kind,
            String firstBookingId,
            @Nullable BookingDetails details,
            @Nullable Sealed<String> inquiry)
            implements ChannelBookingCommand {}

    /** The booking is now as the revision says; from the step. */
    record Settle(Revision revision, long bookingRevision) implements ChannelBookingCommand {}

    /** The booking could not be made what the revision says; from the step. */
    record GiveUp(Revision revision, Problem problem) implements ChannelBookingCommand {}
}
