package io.waymark.forecast;

import io.waymark.forecast.books.Books;
import io.waymark.forecast.features.Features;
import io.waymark.forecast.intervals.Conformal;
import io.waymark.forecast.intervals.Miss;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts one series of one property as of any origin: up to 28 days from the books, up to 123 from the series.
 *
 * <p>The models are learned anew every seventh day, and an origin uses the last ones learned at or before it; the
 * intervals come from what forecasts of earlier weeks, made in just this way, missed. One forecaster is used by one thread
 * and keeps what it learned, so asking for many origins costs little more than asking for one.
 */
public final class Forecaster {

    /** How far ahead can be asked. */
    public static final int LONGEST_HORIZON = 123;

    /** Days that must lie before an origin. */
    public static final int FEWEST_DAYS = NearModel.FEWEST_DAYS;

    /** The name under which forecasts of this method are stored: a change of the method changes it. */
    public static final String MODEL = "books-ridge-trees-3";

    private static final int LEARN_EVERY_DAYS = 7;
    private static final int JUDGED_DAYS = 140;
    private static final int[] BANDS = {2, 4, 7, 14, 21, NearModel.LONGEST, 60, 92, LONGEST_HORIZON};
    private static final double LEAST_VARIANCE = 4;
    /** Late bookings do not come one by one: their number varies by this share beyond chance. */
    private static final double OVERDISPERSION = 0.15;
    /** A little more than promised: when what comes is unlike the past, it is hardly ever easier to foresee. */
    private static final double AIM_OF_80 = 0.81;

    private static final double AIM_OF_95 = 0.96;

    private final Books books;
    private final Features features;
    private final FarModel far;
    private final @Nullable Integer capacity;
    private final Map<Integer, NearModel> learned = new HashMap<>();
    private final Map<Judged, List<Miss>> missed = new HashMap<>();

    /**
     * Rebuilds the books.
     *
     * @param first the first stay date of which all stays are given
     * @param last the last stay date that will be asked for
     * @param capacity rooms that can be sold a day; null when unknown
     */
    public Forecaster(
            List<BookedStay> stays, DemandSeries series, LocalDate first, LocalDate last, @Nullable Integer capacity) {
        int days = Math.toIntExact(last.toEpochDay() - first.toEpochDay()) + 1;
        this.books = Books.of(stays, series, first, days);
        this.features = new Features(books, rooms(stays, series, first, days), NearModel.LONGEST);
        this.far = new FarModel(books);
        this.capacity = capacity;
    }

    /** What else a series must be seen beside: arrivals depend on the rooms that are free. */
    private static @Nullable Books rooms(List<BookedStay> stays, DemandSeries series, LocalDate first, int days) {
        return switch (series) {
            case ARRIVALS -> Books.of(stays, DemandSeries.ROOMS, first, days);
            case ROOMS -> null;
        };
    }

    /** What came on a day, for comparison. */
    public double came(LocalDate date) {
        return books.came(books.day(date));
    }

    /** What was sold for a date at the end of an earlier day. */
    public double sold(LocalDate date, LocalDate asOf) {
        return books.sold(books.day(date), Math.toIntExact(date.toEpochDay() - asOf.toEpochDay()));
    }

    /** The last stay date that the models of an origin learned from. */
    public LocalDate learnedUntil(LocalDate origin) {
        return books.date(learningDay(books.day(origin)));
    }

    /** Forecasts the days after the origin, as far as the horizon and the last stay date. */
    public List<DayForecast> forecast(LocalDate origin, int horizon) {
        int from = books.day(origin);
        if (from < NearModel.FEWEST_DAYS) {
            throw new IllegalArgumentException(
                    "a forecast needs " + NearModel.FEWEST_DAYS + " days before it; " + origin + " has " + from);
        }
        if (horizon < 1 || horizon > LONGEST_HORIZON) {
            throw new IllegalArgumentException("the horizon must be 1 to " + LONGEST_HORIZON + " days");
        }
        List<DayForecast> days = new ArrayList<>();
        addDays(days, from, 1, NearModel.LONGEST, horizon);
        addDays(days, from, NearModel.LONGEST + 1, LONGEST_HORIZON, horizon);
        return days;
    }

    /** Adds the days that one model forecasts: what it missed at one horizon tells about the others, asked for or not. */
    private void addDays(List<DayForecast> days, int origin, int nearest, int farthest, int asked) {
        if (asked < nearest) {
            return;
        }
        Conformal conformal = new Conformal(misses(origin, band(nearest), band(farthest)));
        Map<Integer, Double> reach80 = conformal.reach(AIM_OF_80, origin);
        Map<Integer, Double> reach95 = conformal.reach(AIM_OF_95, origin);
        int last = Math.min(Math.min(asked, farthest), books.days() - 1 - origin);
        for (int ahead = nearest; ahead <= last; ahead++) {
            double eighty = reach80.getOrDefault(band(ahead), 0.0);
            double ninetyFive = Math.max(eighty, reach95.getOrDefault(band(ahead), 0.0));
            days.add(day(origin + ahead, ahead, eighty, ninetyFive));
        }
    }

    private DayForecast day(int day, int horizon, double reach80, double reach95) {
        double expected = bounded(point(day, horizon), day, horizon);
        double spread = spread(day, horizon);
        return new DayForecast(
                books.date(day),
                horizon,
                (int) books.sold(day, horizon),
                expected,
                around(expected, reach80 * spread, day, horizon),
                around(expected, reach95 * spread, day, horizon));
    }

    private Interval around(double expected, double reach, int day, int horizon) {
        return new Interval(bounded(expected - reach, day, horizon), bounded(expected + reach, day, horizon));
    }

    /** No fewer than are in the house, no more than the house has. */
    private double bounded(double value, int day, int horizon) {
        double atLeast = Math.max(value, books.inHouse(day, horizon));
        return capacity == null ? atLeast : Math.min(atLeast, capacity);
    }

    private double point(int day, int horizon) {
        return horizon <= NearModel.LONGEST
                ? model(learningDay(day - horizon)).forecast(day, horizon)
                : far.forecast(day, horizon);
    }

    /** Those to come and those to be lost come and go by chance, whose variance grows as their number, and in groups. */
    private double spread(int day, int horizon) {
        double expected = books.expected(day, horizon);
        double guess = horizon <= NearModel.LONGEST ? features.guess(day, horizon) : far.forecast(day, horizon);
        double lost = books.sold(day, horizon) - expected;
        double fresh = Math.max(0, guess - expected);
        return Math.sqrt(LEAST_VARIANCE + fresh + lost + Math.pow(OVERDISPERSION * fresh, 2));
    }

    private List<Miss> misses(int origin, int fromBand, int toBand) {
        List<Miss> misses = new ArrayList<>();
        for (int band = fromBand; band <= toBand; band++) {
            int earliest = Math.max(NearModel.FEWEST_DAYS, origin - JUDGED_DAYS - BANDS[band]);
            for (int past = earliest; past < origin; past++) {
                for (Miss miss : missed.computeIfAbsent(new Judged(past, band), this::judge)) {
                    if (miss.day() <= origin) {
                        misses.add(miss);
                    }
                }
            }
        }
        return misses;
    }

    /** All that the forecast of an origin missed or will have missed; of this only what is over may be used. */
    private List<Miss> judge(Judged judged) {
        List<Miss> misses = new ArrayList<>();
        int from = judged.band() == 0 ? 1 : BANDS[judged.band() - 1] + 1;
        for (int horizon = from; horizon <= BANDS[judged.band()]; horizon++) {
            int day = judged.origin() + horizon;
            if (day < books.days()) {
                double expected = bounded(point(day, horizon), day, horizon);
                misses.add(new Miss(judged.band(), day, (books.came(day) - expected) / spread(day, horizon)));
            }
        }
        return misses;
    }

    private NearModel model(int learningDay) {
        return learned.computeIfAbsent(learningDay, day -> NearModel.learn(books, features, day));
    }

    private static int learningDay(int origin) {
        return NearModel.FEWEST_DAYS + (origin - NearModel.FEWEST_DAYS) / LEARN_EVERY_DAYS * LEARN_EVERY_DAYS;
    }

    private static int band(int horizon) {
        int band = 0;
        while (horizon > BANDS[band]) {
            band++;
        }
        return band;
    }

    /** A forecast that can be judged: those of one origin and one band of horizons. */
    private record Judged(int origin, int band) {}
}
