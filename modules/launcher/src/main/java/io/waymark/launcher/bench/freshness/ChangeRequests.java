package io.waymark.launcher.bench.freshness;

import io.waymark.launcher.bench.BenchHouse;
import java.util.function.Supplier;

/** Changes of a fixed number of bookings in turn: one command, one event each, as {@code bench durable-commands} sends. */
final class ChangeRequests implements Supplier<byte[]> {

    static final int BOOKINGS = 10_000;

    /** A booking that nobody has changed is requested and confirmed. */
    private static final long REVISION_OF_A_NEW_BOOKING = 2;

    private static final String FAMILY = "bench";

    private final BenchHouse house;
    private long number;

    ChangeRequests(BenchHouse house) {
        this.house = house;
    }

    /** Makes the bookings, one after the other; to be asked {@link #BOOKINGS} times. */
    Supplier<byte[]> bookings() {
        long[] next = {0};
        return () -> house.booking("/v1/bookings/" + BookingLives.id(FAMILY, next[0]), next[0]++);
    }

    @Override
    public byte[] get() {
        long booking = number % BOOKINGS;
        String path = "/v1/bookings/" + BookingLives.id(FAMILY, booking) + "/changes/c" + number;
        byte[] request = house.change(path, booking, number + 1);
        number++;
        return request;
    }

    /** The number of the next change. */
    long next() {
        return number;
    }

    /** What can be seen of the change of this number once it is visible. */
    static Sample sample(long number, long committedNanos) {
        long revision = REVISION_OF_A_NEW_BOOKING + number / BOOKINGS + 1;
        return new Sample(BookingLives.id(FAMILY, number % BOOKINGS), revision, committedNanos);
    }
}
