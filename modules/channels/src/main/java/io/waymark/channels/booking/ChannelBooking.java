package io.waymark.channels.booking;

import io.waymark.events.channels.ChannelBookingEvent.Kind;
import io.waymark.events.channels.ChannelBookingEvent.ReservationReceived;
import io.waymark.events.channels.ChannelBookingEvent.Revision;
import io.waymark.runtime.entity.ClusterMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of one booking of one channel: never heard of, being applied, settled. */
public sealed interface ChannelBooking extends ClusterMessage {

    /** The channel has not mentioned it yet. */
    record Unknown() implements ChannelBooking {}

    /** A revision was received and is being carried over to the booking. */
    record Applying(Dossier dossier, ReservationReceived received, Instant at) implements ChannelBooking {}

    /**
     * The last revision was carried over, or refused.
     *
     * @param received the last revision, whatever became of it
     * @param refusal why the last revision was refused; null where it was carried over
     */
    record Settled(
            Dossier dossier,
            ReservationReceived received,
            @Nullable Refusal refusal,
            Instant at) implements ChannelBooking {}

    /**
     * Why a revision was refused.
     *
     * @param code slug of the problem
     */
    record Refusal(Revision revision, String code, String detail) implements ClusterMessage {}

    /**
     * What is known of the booking behind its revisions.
     *
     * @param live the booking that the channel's reservation is now; null where there is none, or it was called off
     * @param attempts bookings that have been tried so far; each has an id of its own, because none comes back to life
     * @param last kind of the newest revision that was carried over
     * @param applied the last revisions that were carried over, oldest first
     */
    record Dossier(
            @Nullable String live, int attempts, @Nullable Kind last, List<Revision> applied)
            implements ClusterMessage {

        static final Dossier EMPTY = new Dossier(null, 0, null, List.of());

        /** More than a channel repeats; what is older is also out of date, so forgetting it changes nothing. */
        private static final int REMEMBERED = 20;

        public Dossier {
            applied = List.copyOf(applied);
        }

        /** The newest revision that was carried over. */
        public @Nullable Revision newest() {
            return applied.isEmpty() ? null : applied.getLast();
        }

        boolean has(Revision revision) {
            return applied.contains(revision);
        }

        boolean isLate(Revision revision) {
            @Nullable Revision newest = newest();
            return newest != null && revision.at().isBefore(newest.at());
        }

        Dossier tried() {
            return new Dossier(live, attempts + 1, last, applied);
        }

        Dossier carriedOver(Revision revision, Kind kind, @Nullable String booking) {
            List<Revision> next = new ArrayList<>(applied);
            next.add(revision);
            return new Dossier(booking, attempts, kind, next.size() > REMEMBERED ? next.subList(1, next.size()) : next);
        }
    }
}
