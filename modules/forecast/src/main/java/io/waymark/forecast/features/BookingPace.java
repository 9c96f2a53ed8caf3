package io.waymark.forecast.features;

import io.waymark.forecast.books.Books;

/**
 * How fast a day, and the house as a whole, is being booked just now, whether or not it is cancelled again.
 *
 * <p>What the books gain hides what they lose: ten booked and ten cancelled looks like a quiet day.
 */
final class BookingPace {

    private static final int[] SPANS = {1, 3, 7, 14};
    private static final int WEEKS = 8;
    private static final int AHEAD = 28;
    /** As many bookings as say nothing yet. */
    private static final double NOTHING = 3;

    private final Books books;
    /** By day: how many were booked on all days before, for the four weeks after each. */
    private final double[] bookedBefore;

    BookingPace(Books books) {
        this.books = books;
        this.bookedBefore = new double[books.days() + 1];
        for (int day = 0; day < books.days(); day++) {
            double booked = 0;
            for (int ahead = 1; ahead <= AHEAD && day + ahead < books.days(); ahead++) {
                booked += booked(day + ahead, ahead, 1);
            }
            bookedBefore[day + 1] = bookedBefore[day] + booked;
        }
    }

    /** Adds the pace of the day and of the house; {@code fresh} is what the last same weekdays still gained. */
    void addTo(Row row, int day, int horizon, double fresh) {
        for (int span : SPANS) {
            double booked = booked(day, horizon, span);
            double usual = usual(day, horizon, span);
            row.add(booked - usual);
            row.add(fresh * (booked + NOTHING) / (usual + NOTHING) - fresh);
        }
        int origin = day - horizon;
        double week = ofHouse(origin, 7);
        double fourWeeks = ofHouse(origin, 28);
        row.add(week);
        row.add(fourWeeks);
        row.add(week / (fourWeeks + 1));
        row.add(fourWeeks / (ofHouse(origin, 56) + 1));
    }

    /** Rooms booked for a day in as many days, the last of which lies at the horizon. */
    private double booked(int day, int horizon, int days) {
        return books.everBooked(day, horizon) - books.everBooked(day, horizon + days);
    }

    private double usual(int day, int horizon, int span) {
        double sum = 0;
        int count = 0;
        for (int past = Pickup.lastSame(day, horizon); past >= 0 && count < WEEKS; past -= 7) {
            sum += booked(past, horizon, span);
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    private double ofHouse(int origin, int days) {
        return (bookedBefore[origin + 1] - bookedBefore[Math.max(0, origin + 1 - days)]) / days;
    }
}
