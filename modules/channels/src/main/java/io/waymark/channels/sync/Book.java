package io.waymark.channels.sync;

import io.waymark.runtime.entity.ClusterMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a channel has of one kind of value, as far as we know.
 *
 * @param acknowledged what it last acknowledged, by date
 * @param doubtful dates of messages that may still reach it behind later ones, and until when
 */
record Book<T>(SortedMap<LocalDate, T> acknowledged, SortedMap<LocalDate, Instant> doubtful) implements ClusterMessage {

    Book {
        acknowledged = Collections.unmodifiableSortedMap(new TreeMap<>(acknowledged));
        doubtful = Collections.unmodifiableSortedMap(new TreeMap<>(doubtful));
    }

    static <T> Book<T> empty() {
        return new Book<>(new TreeMap<>(), new TreeMap<>());
    }

    /** Whether the channel needs to be told: it has something else, or might have. */
    boolean needs(LocalDate date, T value) {
        return doubtful.containsKey(date) || !value.equals(acknowledged.get(date));
    }

    /** What it has after a message of this time, less what it would not take. Doubt that outlives the message stays. */
    Book<T> acknowledged(SortedMap<LocalDate, T> values, Collection<LocalDate> rejected, Instant offeredAt) {
        SortedMap<LocalDate, T> known = new TreeMap<>(acknowledged);
        known.putAll(values);
        known.keySet().removeAll(rejected);
        SortedMap<LocalDate, Instant> doubts = new TreeMap<>(doubtful);
        doubts.entrySet()
                .removeIf(doubt -> values.containsKey(doubt.getKey()) && !offeredAt.isBefore(doubt.getValue()));
        return new Book<>(known, doubts);
    }

    /** A message with these dates may arrive until then, or never. */
    Book<T> doubted(Collection<LocalDate> dates, @Nullable Instant until) {
        if (until == null) {
            return this;
        }
        SortedMap<LocalDate, Instant> doubts = new TreeMap<>(doubtful);
        dates.forEach(date -> doubts.merge(date, until, (one, other) -> one.isAfter(other) ? one : other));
        return new Book<>(acknowledged, doubts);
    }

    /** Without what is over. */
    Book<T> from(LocalDate first) {
        return acknowledged.isEmpty() || !acknowledged.firstKey().isBefore(first)
                ? this
                : new Book<>(acknowledged.tailMap(first), doubtful.tailMap(first));
    }
}
