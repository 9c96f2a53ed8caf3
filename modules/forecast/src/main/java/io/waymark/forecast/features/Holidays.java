package io.waymark.forecast.features;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Public holidays of a country; those that follow Easter are counted from it. */
final class Holidays {

    private static final Set<MonthDay> EVERYWHERE =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 24), MonthDay.of(12, 25), MonthDay.of(12, 31));
    /** The neighbours' too: their free days fill the hotels of the others. */
    private static final Set<MonthDay> IBERIA = Set.of(
            MonthDay.of(1, 6),
            MonthDay.of(4, 25),
            MonthDay.of(6, 10),
            MonthDay.of(8, 15),
            MonthDay.of(10, 5),
            MonthDay.of(10, 12),
            MonthDay.of(11, 1),
            MonthDay.of(12, 1),
            MonthDay.of(12, 6),
            MonthDay.of(12, 8));

    private static final Set<Long> DAYS_FROM_EASTER = Set.of(-47L, -2L, 0L, 1L, 60L);

    private Holidays() {}

    static boolean contains(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        return EVERYWHERE.contains(day) || IBERIA.contains(day) || DAYS_FROM_EASTER.contains(Easter.daysFrom(date));
    }
}
