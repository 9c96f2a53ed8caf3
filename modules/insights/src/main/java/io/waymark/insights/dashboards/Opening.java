package io.waymark.insights.dashboards;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day that the console's first page looks from when nobody names one. Pure. */
final class Opening {

    /** Six weeks: as many nights as the page draws unless asked otherwise. */
    private static final int NIGHTS_SEEN = 42;

    private Opening() {}

    /**
     * Today, wherever anything lies ahead of it. A history that has ended has nothing ahead of its last day; it is looked at
     * from the latest day that had its last six weeks ahead.
     *
     * @param lastNight the last one with anything on its books, if any
     */
    static LocalDate of(LocalDate today, @Nullable LocalDate lastNight) {
        return lastNight == null || !lastNight.isBefore(today) ? today : lastNight.minusDays(NIGHTS_SEEN - 1);
    }
}
