package io.waymark.channels.sync;

import io.waymark.channels.sync.DayOffer.Terms;
import io.waymark.events.channels.ChannelSyncEvent.DivergedDate;
import io.waymark.runtime.entity.ClusterMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one channel knows of one room type: nothing, or what it was told and what is under way. */
public sealed interface ChannelSync extends ClusterMessage {

    /** The channel was never told about the room type. */
    record Unopened() implements ChannelSync {}

    /**
     * The channel sells the room type.
     *
     * @param number of the last message
     * @param queue messages to be sent, the first of them now; one is under way at a time
     * @param trouble why the last message was not acknowledged; null where it was
     * @param rejection what the channel would not take of the last message; null where it took all
     * @param diverged dates on which the channel said that it has something else, and that were not mended since
     */
    record Open(
            Mapping mapping,
            long number,
            Book<Integer> rooms,
            Book<Terms> terms,
            List<Outgoing> queue,
            @Nullable Trouble trouble,
            @Nullable Rejection rejection,
            List<DivergedDate> diverged,
            @Nullable Instant acknowledgedAt)
            implements ChannelSync {

        public Open {
            queue = List.copyOf(queue);
            diverged = List.copyOf(diverged);
        }

        static Open of(Mapping mapping) {
            return new Open(mapping, 0, Book.empty(), Book.empty(), List.of(), null, null, List.of(), null);
        }

        /** What the channel acknowledged, by date. */
        public SortedMap<LocalDate, Integer> acknowledgedRooms() {
            return rooms.acknowledged();
        }

        /** Prices and rules that the channel acknowledged, by date. */
        public SortedMap<LocalDate, Terms> acknowledgedTerms() {
            return terms.acknowledged();
        }

        /** When the doubt about a date ends; null where there is none. */
        public @Nullable Instant doubtfulUntil(LocalDate date) {
            @Nullable Instant first = rooms.doubtful().get(date);
            @Nullable Instant second = terms.doubtful().get(date);
            return first == null || (second != null && second.isAfter(first)) ? second : first;
        }

        boolean isDiverged(LocalDate date) {
            return diverged.stream().anyMatch(found -> found.date().equals(date));
        }
    }

    /** Which room type is sold over which connection, and how both sides call it. */
    record Mapping(String connection, String propertyId, String hotelCode, String roomTypeId, String roomTypeCode)
            implements ClusterMessage {}

    /**
     * The channel could not be told.
     *
     * @param failures in a row
     */
    record Trouble(int failures, String reason, Instant retryAt) implements ClusterMessage {}

    /** The channel would not take some dates. */
    record Rejection(Set<LocalDate> dates, String reason) implements ClusterMessage {
        public Rejection {
            dates = Set.copyOf(dates);
        }
    }

    /** A message to the channel. */
    sealed interface Outgoing extends ClusterMessage {

        long number();

        Instant offeredAt();

        /** How many rooms may be sold when. */
        record RoomsMessage(long number, Instant offeredAt, SortedMap<LocalDate, Integer> rooms) implements Outgoing {
            public RoomsMessage {
                rooms = Collections.unmodifiableSortedMap(new TreeMap<>(rooms));
            }
        }

        /** Prices and rules. */
        record TermsMessage(long number, Instant offeredAt, SortedMap<LocalDate, Terms> terms) implements Outgoing {
            public TermsMessage {
                terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
            }
        }
    }
}
