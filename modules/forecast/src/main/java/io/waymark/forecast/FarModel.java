package io.waymark.forecast;

import io.waymark.forecast.books.Books;

/**
 * Forecasts days whose books are still nearly empty, from the series alone.
 *
 * <p>The mean of two views: the same weekdays of late, and the same weekdays around this day a year ago, moved half-way
 * to today's level. Where there is no year ago, the first alone. It never says less than the books already hold.
 */
final class FarModel {

    private static final int YEAR = 364;
    private static final int LEVEL_DAYS = 28;
    private static final int WEEKS = 8;
    private static final double DAMPING = 0.5;
    private static final double STEEPEST = 4;

    private final Books books;

    FarModel(Books books) {
        this.books = books;
    }

    double forecast(int day, int horizon) {
        int origin = day - horizon;
        double late = sameWeekdays(day, origin, WEEKS);
        int then = day - YEAR;
        boolean hasYear = then - 7 >= 0 && then + 7 <= origin && origin - YEAR - LEVEL_DAYS >= 0;
        double series = hasYear ? (late + yearAgo(then, origin)) / 2 : late;
        return Math.max(series, books.expected(day, horizon));
    }

    private double yearAgo(int then, int origin) {
        double level = (level(origin) + 1) / (level(origin - YEAR) + 1);
        double moved = Math.pow(Math.clamp(level, 1 / STEEPEST, STEEPEST), DAMPING);
        return moved * (books.came(then - 7) + 2 * books.came(then) + books.came(then + 7)) / 4;
    }

    private double level(int origin) {
        double sum = 0;
        for (int day = Math.max(0, origin - LEVEL_DAYS + 1); day <= origin; day++) {
            sum += books.came(day);
        }
        return sum / LEVEL_DAYS;
    }

    private double sameWeekdays(int day, int origin, int weeks) {
        double sum = 0;
        int count = 0;
        for (int past = day - 7 * ((day - origin + 6) / 7); past >= 0 && count < weeks; past -= 7) {
            sum += books.came(past);
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }
}
