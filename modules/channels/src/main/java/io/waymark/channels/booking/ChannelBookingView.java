package io.waymark.channels.booking;

import io.waymark.channels.booking.ChannelBooking.Applying;
import io.waymark.channels.booking.ChannelBooking.Dossier;
import io.waymark.channels.booking.ChannelBooking.Refusal;
import io.waymark.channels.booking.ChannelBooking.Settled;
import io.waymark.channels.booking.ChannelBooking.Unknown;
import io.waymark.events.channels.ChannelBookingEvent.Kind;
import io.waymark.events.channels.ChannelBookingEvent.ReservationReceived;
import io.waymark.events.channels.ChannelBookingEvent.Revision;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A channel booking as the API shows it. */
public record ChannelBookingView(
        String id,
        long revision,
        String connection,
        String remoteId,
        @Nullable String hotelCode,
        @Nullable String propertyId,
        @Nullable String bookingId,
        String status,
        @Nullable String remoteVersion,
        @Nullable String reason,
        Instant updatedAt) {

    /** The view of a state; empty where the channel has not mentioned the booking yet. */
    public static Optional<ChannelBookingView> of(String id, ChannelBooking state, long revision) {
        return switch (state) {
            case Unknown unknown -> Optional.empty();
            case Applying applying ->
                Optional.of(view(id, revision, applying.dossier(), applying.received(), null, applying.at()));
            case Settled settled ->
                Optional.of(view(id, revision, settled.dossier(), settled.received(), settled.refusal(), settled.at()));
        };
    }

    private static ChannelBookingView view(
            String id,
            long revision,
            Dossier dossier,
            ReservationReceived received,
            @Nullable Refusal refusal,
            Instant at) {
        @Nullable Revision newest = dossier.newest();
        return new ChannelBookingView(
                id,
                revision,
                received.connection(),
                received.remoteId(),
                received.details() == null ? null : received.details().propertyCode(),
                received.details() == null ? null : received.details().propertyId(),
                dossier.attempts() == 0 ? null : received.bookingId(),
                refusal == null ? status(dossier.last(), received.kind()) : "refused",
                newest == null ? null : newest.at().toString(),
                refusal == null ? null : refusal.detail(),
                at);
    }

    private static String status(@Nullable Kind last, Kind received) {
        return switch (last == null ? received : last) {
            case NEW -> "reserved";
            case MODIFIED -> "modified";
            case CANCELLED -> "cancelled";
            case REQUESTED -> "requested";
        };
    }
}
