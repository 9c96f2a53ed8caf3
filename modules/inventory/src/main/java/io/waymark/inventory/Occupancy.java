package io.waymark.inventory;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rooms of one date that are taken, or by how many that differs. */
public record Occupancy(int sold, int held) {

    static final Occupancy NONE = new Occupancy(0, 0);

    public Occupancy plus(Occupancy other) {
        return new Occupancy(sold + other.sold, held + other.held);
    }

    Occupancy minus(Occupancy other) {
        return new Occupancy(sold - other.sold, held - other.held);
    }

    int total() {
        return sold + held;
    }

    /** What every date gains or loses when one allocation stands in place of another; null stands for none. */
    public static Map<LocalDate, Occupancy> differences(@Nullable Allocation before, @Nullable Allocation after) {
        Map<LocalDate, Occupancy> differences = new LinkedHashMap<>();
        if (before != null) {
            before.span().dates().forEach(date -> differences.put(date, NONE.minus(before.on(date))));
        }
        if (after != null) {
            after.span().dates().forEach(date -> differences.merge(date, after.on(date), Occupancy::plus));
        }
        differences.values().removeIf(NONE::equals);
        return differences;
    }
}
