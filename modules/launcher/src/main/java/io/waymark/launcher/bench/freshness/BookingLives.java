package io.waymark.launcher.bench.freshness;

import io.waymark.kernel.Ids;
import io.waymark.launcher.bench.BenchHouse;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lives of many bookings as requests: booked, changed, then cancelled or stayed, in the shares of real hotels.
 *
 * <p>Steps of one booking are thousands of requests apart, as they are in a journal, so that a reader meets each of them
 * by itself; and far enough apart that the one before is answered when the next is sent.
 */
final class BookingLives implements Supplier<byte[]> {

    /** Of a hundred bookings; the share in the hotel booking demand data. */
    private static final int CANCELLED = 37;

    private static final int HUNDRED = 100;

    private static final List<Step> LIFE = List.of(Step.values());

    /** What happens to a booking, in this order. */
    enum Step {
        BOOKED,
        CHANGED,
        CANCELLED_OR_ARRIVED,
        LEFT
    }

    /** A step of the booking of this number. */
    record Due(long booking, Step step) {}

    private final BenchHouse house;
    private final String family;
    private final long apart;
    private long turn;

    /**
     * Lives that nobody has begun yet.
     *
     * @param family sets these bookings apart from those of others
     * @param apart how many bookings are begun between two steps of one
     */
    BookingLives(BenchHouse house, String family, long apart) {
        this.house = house;
        this.family = family;
        this.apart = apart;
    }

    @Override
    public byte[] get() {
        @Nullable Due due = null;
        while (due == null) {
            due = due(turn++, apart);
        }
        return request(due);
    }

    /** Whose turn it is; none where that booking is not there yet, or its life is over. */
    static @Nullable Due due(long turn, long apart) {
        int steps = LIFE.size();
        int place = (int) (turn % steps);
        long booking = turn / steps - place * apart;
        Step step = LIFE.get(place);
        boolean over = step == Step.LEFT && cancels(booking);
        return booking < 0 || over ? null : new Due(booking, step);
    }

    private byte[] request(Due due) {
        long number = due.booking();
        String path = "/v1/bookings/" + id(family, number);
        return switch (due.step()) {
            case BOOKED -> house.booking(path, number);
            case CHANGED -> house.change(path + "/changes/c1", number, number % HUNDRED + 1);
            case CANCELLED_OR_ARRIVED -> house.request(path + (cancels(number) ? "/cancellation" : "/check-in"), "{}");
            case LEFT -> house.request(path + "/check-out", "{}");
        };
    }

    static boolean cancels(long booking) {
        return Math.floorMod(Objects.hash(booking), HUNDRED) < CANCELLED;
    }

    static String id(String family, long number) {
        return Ids.derived("bkg", family, Long.toString(number));
    }
}
