package io.waymark.forecast.accuracy;

import io.waymark.forecast.DayForecast;
import io.waymark.forecast.Forecaster;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Forecasts from many past origins as if each were today, and compares with what came. */
public final class Backtest {

    private static final int PERIOD = 7;
    /** The last horizon of each band that is told apart. */
    private static final int[] BANDS = {7, 14, 28, 60, 92, Forecaster.LONGEST_HORIZON};

    private final Forecaster forecaster;
    private final LocalDate first;
    private final LocalDate last;
    private final Tally whole = new Tally();
    private final SortedMap<Integer, Tally> byBand = new TreeMap<>();

    /** Takes a forecaster and the days of which it is known what came. */
    public Backtest(Forecaster forecaster, LocalDate first, LocalDate last) {
        this.forecaster = forecaster;
        this.first = first;
        this.last = last;
    }

    /** Adds the forecasts of one origin. */
    public void add(LocalDate origin, int horizon) {
        double scale = naiveError(origin);
        for (DayForecast day : forecaster.forecast(origin, horizon)) {
            if (!day.date().isAfter(last)) {
                compare(day, scale);
            }
        }
    }

    public Accuracy result() {
        return whole.result();
    }

    /** The same by how far ahead was looked: the key is the last horizon of a band, the first follows the band before. */
    public SortedMap<Integer, Accuracy> byHorizon() {
        SortedMap<Integer, Accuracy> results = new TreeMap<>();
        for (Map.Entry<Integer, Tally> band : byBand.entrySet()) {
            results.put(band.getKey(), band.getValue().result());
        }
        return Collections.unmodifiableSortedMap(results);
    }

    private void compare(DayForecast day, double scale) {
        double came = forecaster.came(day.date());
        double naive = asBefore(day);
        whole.add(day, came, naive, scale);
        byBand.computeIfAbsent(band(day.horizon()), band -> new Tally()).add(day, came, naive, scale);
    }

    /** What came on the last same weekday that was over; nothing when there was none. */
    private double asBefore(DayForecast day) {
        LocalDate before = day.date().minusDays((long) PERIOD * ((day.horizon() + PERIOD - 1) / PERIOD));
        return before.isBefore(first) ? 0 : forecaster.came(before);
    }

    private double naiveError(LocalDate origin) {
        double sum = 0;
        int count = 0;
        for (LocalDate day = first.plusDays(PERIOD); !day.isAfter(origin); day = day.plusDays(1)) {
            sum += Math.abs(forecaster.came(day) - forecaster.came(day.minusDays(PERIOD)));
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    private static int band(int horizon) {
        int band = 0;
        while (horizon > BANDS[band]) {
            band++;
        }
        return BANDS[band];
    }
}
