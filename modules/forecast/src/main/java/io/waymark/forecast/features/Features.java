package io.waymark.forecast.features;

import io.waymark.forecast.books.Books;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a stay date at the end of an origin, as numbers.
 *
 * <p>Every look-up is at or before the origin: the books of any date as of the origin or an earlier day, and what came on
 * days that are over. The time of the year is not among them: with less than two full years, a model takes any trend
 * for it. It speaks through the first guess alone, which a year ago moves half-way.
 *
 * <p>A row is the same whenever it is asked for, so it is made once and kept.
 */
public final class Features {

    private final Books books;
    private final Pickup pickup;
    private final double[][] guesses;
    private final @Nullable Fullness fullness;
    private final BookingPace pace;
    /** By day and horizon; empty while not asked for. */
    private final double[][][] rows;

    /**
     * Takes the books of the series.
     *
     * @param rooms the books of the rooms that arrivals must find free; null where the series is the rooms themselves
     */
    public Features(Books books, @Nullable Books rooms, int longestHorizon) {
        this.books = books;
        this.fullness = rooms == null ? null : new Fullness(rooms);
        this.pickup = new Pickup(books);
        this.pace = new BookingPace(books);
        this.rows = new double[books.days()][longestHorizon + 1][0];
        this.guesses = new double[books.days()][longestHorizon + 1];
        for (int day = 0; day < books.days(); day++) {
            for (int horizon = 1; horizon <= longestHorizon; horizon++) {
                guesses[day][horizon] = pickup.guess(day, horizon);
            }
        }
    }

    /** The first guess, which the models correct. */
    public double guess(int day, int horizon) {
        return guesses[day][horizon];
    }

    /** The row of features of a stay date, that many days after the origin; not to be changed. */
    public double[] row(int day, int horizon) {
        if (horizon > day) {
            throw new IllegalArgumentException("the origin lies before the first day");
        }
        if (rows[day][horizon].length == 0) {
            rows[day][horizon] = make(day, horizon);
        }
        return rows[day][horizon];
    }

    private double[] make(int day, int horizon) {
        Row row = new Row();
        int origin = day - horizon;
        double guess = guess(day, horizon);
        double sold = books.sold(day, horizon);
        row.add(horizon);
        row.add(Math.sqrt(horizon));
        row.add(sold);
        row.add(books.expected(day, horizon));
        row.add(books.inHouse(day, horizon));
        row.add(guess);
        addPickups(row, day, horizon, guess, sold);
        addLevels(row, day, horizon, origin, guess);
        addPace(row, day, horizon, sold);
        addNeighbours(row, day, horizon, origin, sold);
        addErrors(row, day, horizon, origin);
        addCalendar(row, day);
        row.add(pickup.seasonal(day, horizon));
        pace.addTo(row, day, horizon, pickup.fresh(day, horizon, 8));
        if (fullness != null) {
            fullness.addTo(row, day, horizon);
        }
        return row.values();
    }

    private void addPickups(Row row, int day, int horizon, double guess, double sold) {
        row.add(sold + pickup.net(day, horizon, 8) - guess);
        row.add(pickup.net(day, horizon, 4));
        row.add(pickup.fresh(day, horizon, 8));
        row.add(pickup.fresh(day, horizon, 4) - pickup.fresh(day, horizon, 8));
        row.add(pickup.fresh(day, horizon, 1) - pickup.fresh(day, horizon, 8));
        row.add(pickup.freshOfAllDays(day, horizon, 14));
        row.add(pickup.freshOfAllDays(day, horizon, 42));
        row.add(sold * pickup.factor(day, horizon, 8) - guess);
    }

    private void addLevels(Row row, int day, int horizon, int origin, double guess) {
        row.add(sameWeekdays(day, horizon, 4) - guess);
        row.add(sameWeekdays(day, horizon, 8) - guess);
        row.add(level(origin, 7));
        row.add(level(origin, 28));
        row.add(came(origin) - level(origin, 7));
    }

    private void addPace(Row row, int day, int horizon, double sold) {
        double before = 0;
        double gains = 0;
        for (int week = 1; week <= 4; week++) {
            before += asOf(day - 7 * week, horizon) / 4;
            gains += (asOf(day - 7 * week, horizon) - asOf(day - 7 * week, horizon + 7)) / 4;
        }
        row.add(sold - asOf(day - 7, horizon));
        row.add(sold - before);
        double gain = sold - books.sold(day, horizon + 7);
        row.add(gain);
        row.add(gain - gains);
        row.add(sold - books.sold(day, horizon + 1));
        row.add(sold - books.sold(day, horizon + 28));
    }

    private void addNeighbours(Row row, int day, int horizon, int origin, double sold) {
        double near = 0;
        double gainOfAll = 0;
        double gainBefore = 0;
        for (int step = -3; step <= 3; step++) {
            near += step == 0 ? 0 : asOf(day + step, day + step - origin) / 6;
        }
        for (int ahead = 1; ahead <= 28; ahead++) {
            gainOfAll += asOf(origin + ahead, ahead) - asOf(origin + ahead, ahead + 7);
            gainBefore += asOf(origin - 7 + ahead, ahead) - asOf(origin - 7 + ahead, ahead + 7);
            gainBefore += asOf(origin - 14 + ahead, ahead) - asOf(origin - 14 + ahead, ahead + 7);
        }
        row.add(sold - near);
        row.add(asOf(day - 1, horizon - 1) - sold);
        row.add(asOf(day + 1, horizon + 1) - sold);
        row.add(gainOfAll / 28);
        row.add((gainOfAll - gainBefore / 2) / 28);
    }

    private void addErrors(Row row, int day, int horizon, int origin) {
        row.add(error(origin, horizon, 7));
        row.add(error(origin, horizon, 28));
        row.add(error(origin, Math.min(horizon, 3), 3));
        int same = Pickup.lastSame(day, horizon);
        row.add(same < 0 ? 0 : books.came(same) - guesses[same][horizon]);
    }

    private void addCalendar(Row row, int day) {
        LocalDate date = books.date(day);
        int weekday = date.getDayOfWeek().getValue();
        row.add(weekday);
        for (int other = 1; other <= 6; other++) {
            row.add(weekday == other ? 1 : 0);
        }
        row.add(Holidays.contains(date) ? 1 : 0);
        row.add(Holidays.contains(date.plusDays(1)) ? 1 : 0);
        row.add(Holidays.contains(date.minusDays(1)) ? 1 : 0);
        row.add(Math.clamp(Easter.daysFrom(date), -10, 10));
        row.add(Math.abs(Easter.daysFrom(date)) <= 4 ? 1 : 0);
    }

    private double sameWeekdays(int day, int horizon, int weeks) {
        double sum = 0;
        int count = 0;
        for (int past = Pickup.lastSame(day, horizon); past >= 0 && count < weeks; past -= 7) {
            sum += books.came(past);
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    private double level(int origin, int days) {
        double sum = 0;
        for (int past = 0; past < days; past++) {
            sum += came(origin - past);
        }
        return sum / days;
    }

    private double error(int origin, int horizon, int days) {
        double sum = 0;
        for (int past = 0; past < days; past++) {
            int day = origin - past;
            sum += day < 0 ? 0 : books.came(day) - guesses[day][horizon];
        }
        return sum / days;
    }

    private double came(int day) {
        return day < 0 ? 0 : books.came(day);
    }

    private double asOf(int day, int horizon) {
        return day < 0 || day >= books.days() ? 0 : books.sold(day, horizon);
    }
}
