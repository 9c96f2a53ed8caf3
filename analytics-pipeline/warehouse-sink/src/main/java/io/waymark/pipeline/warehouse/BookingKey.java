package io.waymark.pipeline.warehouse;

import java.util.Comparator;

/** The key of a booking's rows; ordered, so that all writers lock rows in the same order. */
record BookingKey(String tenant, String bookingId) implements Comparable<BookingKey> {

    private static final Comparator<BookingKey> ORDER =
            Comparator.comparing(BookingKey::tenant).thenComparing(BookingKey::bookingId);

    @Override
    public int compareTo(BookingKey other) {
        return ORDER.compare(this, other);
    }
}
