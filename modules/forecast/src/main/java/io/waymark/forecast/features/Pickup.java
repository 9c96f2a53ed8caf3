package io.waymark.forecast.features;

import io.waymark.forecast.books.Books;

/**
 * What the books still gain and lose until the day, judged by days that are over.
 *
 * <p>A day counts as over at the origin when it is not after it.
 */
final class Pickup {

    private static final int WEEKS = 8;

    private final Books books;
    private final Season season;

    Pickup(Books books) {
        this.books = books;
        this.season = new Season(books);
    }

    /** The mean that the last same weekdays gained from this horizon on. */
    double net(int day, int horizon, int weeks) {
        double sum = 0;
        int count = 0;
        for (int past = lastSame(day, horizon); past >= 0 && count < weeks; past -= 7) {
            sum += books.came(past) - books.sold(past, horizon);
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The mean that was booked later than this and came, of the last same weekdays. */
    double fresh(int day, int horizon, int weeks) {
        double sum = 0;
        int count = 0;
        for (int past = lastSame(day, horizon); past >= 0 && count < weeks; past -= 7) {
            sum += books.came(past) - books.kept(past, horizon);
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The mean that was booked later than this and came, of the last days of any weekday. */
    double freshOfAllDays(int day, int horizon, int days) {
        double sum = 0;
        int count = 0;
        for (int past = day - horizon; past >= 0 && count < days; past--) {
            sum += books.came(past) - books.kept(past, horizon);
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The mean that was sold of the last same weekdays at this horizon. */
    double sold(int day, int horizon, int weeks) {
        double sum = 0;
        int count = 0;
        for (int past = lastSame(day, horizon); past >= 0 && count < weeks; past -= 7) {
            sum += books.sold(past, horizon);
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    /** How many came for each one sold at this horizon, over the last same weekdays. */
    double factor(int day, int horizon, int weeks) {
        double came = 0;
        double sold = 0;
        int count = 0;
        for (int past = lastSame(day, horizon); past >= 0 && count < weeks; past -= 7) {
            came += books.came(past);
            sold += books.sold(past, horizon);
            count++;
        }
        return Math.clamp((came + 1) / (sold + 1), 0.2, 5);
    }

    /** The first guess: those expected of the books, and as many new ones as the last same weekdays had, moved by season. */
    double guess(int day, int horizon) {
        return books.expected(day, horizon) + fresh(day, horizon, WEEKS) * season.ratio(day, horizon);
    }

    /** By how much the season alone moves the first guess. */
    double seasonal(int day, int horizon) {
        return fresh(day, horizon, WEEKS) * (season.ratio(day, horizon) - 1);
    }

    /** The last day before this that has its weekday and is over. */
    static int lastSame(int day, int horizon) {
        return day - 7 * ((horizon + 6) / 7);
    }
}
