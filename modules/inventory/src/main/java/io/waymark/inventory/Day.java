package io.waymark.inventory;

import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One date of a room type: what may be sold, under which restrictions, and what is taken.
 *
 * @param capacity rooms that exist to sell
 * @param allowance rooms that may be sold beyond capacity
 * @param closed whether nothing may be sold
 * @param minStay fewest nights of a stay that arrives on the date; 0 for no limit
 * @param held rooms that are taken for a while: by holds, and by changes that are not adopted yet
 */
public record Day(
        int capacity,
        int allowance,
        boolean closed,
        int minStay,
        boolean closedToArrival,
        boolean closedToDeparture,
        int sold,
        int held) {

    /** A date about which nobody has said anything: nothing can be sold. */
    static final Day EMPTY = new Day(0, 0, false, 0, false, false, 0, 0);

    public Day {
        if (capacity < 0 || allowance < 0 || minStay < 0 || sold < 0 || held < 0) {
            throw new IllegalArgumentException("a day counts nothing below 0");
        }
    }

    int occupied() {
        return sold + held;
    }

    int sellable() {
        return capacity + allowance;
    }

    /** Rooms that can still be taken. */
    public int free() {
        return sellable() - occupied();
    }

    Day changed(CalendarChange change) {
        return new Day(
                orElse(change.capacity(), capacity),
                orElse(change.allowance(), allowance),
                orElse(change.closed(), closed),
                orElse(change.minStay(), minStay),
                orElse(change.closedToArrival(), closedToArrival),
                orElse(change.closedToDeparture(), closedToDeparture),
                sold,
                held);
    }

    Day plus(Occupancy change) {
        return new Day(
                capacity,
                allowance,
                closed,
                minStay,
                closedToArrival,
                closedToDeparture,
                sold + change.sold(),
                held + change.held());
    }

    private static <T> T orElse(@Nullable T value, T fallback) {
        return Objects.requireNonNullElse(value, fallback);
    }
}
