package io.waymark.forecast.features;

import io.waymark.forecast.books.Books;

/**
 * How many late bookings a time of the year has, against the weeks before it: as it was a year ago, half-way.
 *
 * <p>The last eight weeks say too little in spring and too much in autumn. A house's first weeks tell how it opened
 * rather than how its year goes, so a year ago is not asked before it lies behind them.
 */
final class Season {

    /** Whole weeks, so that weekdays meet weekdays. */
    private static final int YEAR = 364;

    private static final int WEEKS_BEFORE = 8;
    private static final int AROUND = 10;
    private static final int OPENING_DAYS = 91;
    private static final double DAMPING = 0.5;
    private static final double STEEPEST = 3;

    /** By horizon and day: how many were booked later than this and came, of all days before. */
    private final double[][] freshBefore;

    Season(Books books) {
        this.freshBefore = new double[Books.LONGEST_HORIZON + 1][books.days() + 1];
        for (int horizon = 0; horizon < freshBefore.length; horizon++) {
            double[] before = freshBefore[horizon];
            for (int day = 0; day < books.days(); day++) {
                before[day + 1] = before[day] + books.came(day) - books.kept(day, horizon);
            }
        }
    }

    /** By what the late bookings of the last weeks are to be multiplied; 1 where nothing is known. */
    double ratio(int day, int horizon) {
        int then = day - YEAR;
        int origin = then - horizon;
        int first = origin - 7 * WEEKS_BEFORE + 1;
        if (first < OPENING_DAYS) {
            return 1;
        }
        double around = mean(then - AROUND, Math.min(then + AROUND, day - horizon), horizon);
        double ratio = (around + 1) / (mean(first, origin, horizon) + 1);
        return Math.pow(Math.clamp(ratio, 1 / STEEPEST, STEEPEST), DAMPING);
    }

    private double mean(int from, int to, int horizon) {
        return (freshBefore[horizon][to + 1] - freshBefore[horizon][from]) / (to - from + 1);
    }
}
