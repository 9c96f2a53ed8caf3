package io.waymark.pipeline.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a batch holds of one booking.
 *
 * @param changes in the order of their versions, each once, and at least one
 */
record BookingChanges(BookingKey key, List<BookingChange> changes) {

    /** In the order of their keys, so that all writers lock rows in the same order. */
    static Collection<BookingChanges> byBooking(List<BookingChange> batch) {
        Map<BookingKey, List<BookingChange>> byKey = new TreeMap<>();
        for (BookingChange change : batch) {
            byKey.computeIfAbsent(change.key(), key -> new ArrayList<>(4)).add(change);
        }
        List<BookingChanges> bookings = new ArrayList<>(byKey.size());
        byKey.forEach((key, changes) -> bookings.add(new BookingChanges(key, inOrder(changes))));
        return bookings;
    }

    BookingChange newest() {
        return changes.getLast();
    }

    /** The changes that the table, at this version of the booking, has never seen; at none it is newer than all of them. */
    List<BookingChange> beyond(@Nullable Long version) {
        return version == null
                ? List.of()
                : changes.stream().filter(change -> version(change) > version).toList();
    }

    /** The changes that it should have seen. */
    List<BookingChange> upTo(@Nullable Long version) {
        return changes.stream()
                .filter(change -> version == null || version(change) <= version)
                .toList();
    }

    /** What has to be done to its nights, if anything. */
    Optional<NightsUpdate> nights(@Nullable Long version) {
        if (version == null) {
            return Optional.empty();
        }
        if (version(changes.getFirst()) == version + 1) {
            return NightsUpdate.between(newest().booking(), changes.getFirst().nightsBefore(), newest().nights());
        }
        // Read again, or an event before these could not be written: who knows which nights are there.
        return Optional.of(NightsUpdate.settle(newest().booking(), newest().nights()));
    }

    private static List<BookingChange> inOrder(List<BookingChange> changes) {
        Map<Long, BookingChange> byVersion = new TreeMap<>();
        changes.forEach(change -> byVersion.put(version(change), change));
        return List.copyOf(byVersion.values());
    }

    private static long version(BookingChange change) {
        return change.booking().version();
    }
}
