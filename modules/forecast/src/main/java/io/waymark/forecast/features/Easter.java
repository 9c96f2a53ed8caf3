package io.waymark.forecast.features;

import java.time.LocalDate;

/** The Sunday of Easter in the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
final class Easter {

    private Easter() {}

    static LocalDate of(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int correction = (century + 8) / 25;
        int epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int shift = (golden + 11 * epact + 22 * weekday) / 451;
        int number = epact + weekday - 7 * shift + 114;
        return LocalDate.of(year, number / 31, number % 31 + 1);
    }

    /** Days from the nearest Easter; negative before it. */
    static long daysFrom(LocalDate date) {
        long nearest = Long.MAX_VALUE;
        for (int year = date.getYear() - 1; year <= date.getYear() + 1; year++) {
            long days = date.toEpochDay() - of(year).toEpochDay();
            nearest = Math.abs(days) < Math.abs(nearest) ? days : nearest;
        }
        return nearest;
    }
}
