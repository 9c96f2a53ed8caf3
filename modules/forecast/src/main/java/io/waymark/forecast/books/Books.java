package io.waymark.forecast.books;

import io.waymark.forecast.BookedStay;
import io.waymark.forecast.DemandSeries;
import java.time.LocalDate;
import java.util.List;

/**
 * How many rooms the books had for each stay date, as of the end of each earlier day.
 *
 * <p>Days are numbered from {@link #first()}. The horizon is the number of days from the day of asking to the stay date:
 * at horizon 0 the books say what really came.
 */
public final class Books {

    /** Earlier than this, books hardly say anything. */
    public static final int LONGEST_HORIZON = 180;

    private final LocalDate first;
    private final float[][] sold;
    private final float[][] everBooked;
    private final float[][] inHouse;
    private final float[][] expected;
    private final float[][] kept;

    private Books(LocalDate first, int days) {
        this.first = first;
        this.sold = new float[days][LONGEST_HORIZON + 1];
        this.everBooked = new float[days][LONGEST_HORIZON + 1];
        this.inHouse = new float[days][LONGEST_HORIZON + 1];
        this.expected = new float[days][LONGEST_HORIZON + 1];
        this.kept = new float[days][LONGEST_HORIZON + 1];
    }

    /**
     * Rebuilds the books.
     *
     * @param first the first stay date of which all is known
     * @param days how many stay dates, from the first one
     */
    public static Books of(List<BookedStay> stays, DemandSeries series, LocalDate first, int days) {
        Books books = new Books(first, days);
        KeptRates rates = KeptRates.of(stays, first, days);
        for (BookedStay stay : stays) {
            books.add(stay, series, rates);
        }
        return books;
    }

    public LocalDate first() {
        return first;
    }

    /** How many stay dates there are. */
    public int days() {
        return sold.length;
    }

    public int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - first.toEpochDay());
    }

    public LocalDate date(int day) {
        return first.plusDays(day);
    }

    /** What really came. */
    public double came(int day) {
        return sold[day][0];
    }

    /** What was sold for a day, as of some days before it; after it, what came. */
    public double sold(int day, int horizon) {
        return sold[day][bounded(horizon)];
    }

    /** What had been booked for a day by some days before it, lost again or not. */
    public double everBooked(int day, int horizon) {
        return everBooked[day][bounded(horizon)];
    }

    /** Of what was sold, those whose guests had arrived already. */
    public double inHouse(int day, int horizon) {
        return inHouse[day][bounded(horizon)];
    }

    /** Of what was sold, how many were expected to come, by the lot of their cohorts until then. */
    public double expected(int day, int horizon) {
        return expected[day][bounded(horizon)];
    }

    /** Of what was sold, how many came: known only when the day is over. */
    public double kept(int day, int horizon) {
        return kept[day][bounded(horizon)];
    }

    private static int bounded(int horizon) {
        return Math.clamp(horizon, 0, LONGEST_HORIZON);
    }

    private void add(BookedStay stay, DemandSeries series, KeptRates rates) {
        int arrival = day(stay.arrival());
        int end = switch (series) {
            case ARRIVALS -> arrival + 1;
            case ROOMS -> day(stay.departure());
        };
        int booked = day(stay.bookedOn());
        LocalDate lostOn = stay.lostOn();
        int lost = lostOn == null ? Integer.MAX_VALUE : day(lostOn);
        int group = rates.group(stay);
        for (int day = Math.max(0, arrival); day < Math.min(end, sold.length); day++) {
            for (int asOf = Math.max(booked, day - LONGEST_HORIZON); asOf <= day; asOf++) {
                int horizon = day - asOf;
                everBooked[day][horizon]++;
                if (asOf >= lost) {
                    continue;
                }
                sold[day][horizon]++;
                if (lost > day) {
                    kept[day][horizon]++;
                }
                if (asOf >= arrival) {
                    inHouse[day][horizon]++;
                    expected[day][horizon]++;
                } else {
                    expected[day][horizon] += rates.chance(group, arrival - asOf, asOf);
                }
            }
        }
    }
}
