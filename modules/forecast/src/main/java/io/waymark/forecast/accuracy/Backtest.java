package io.waymark.forecast.accuracy;

import io.waymark.forecast.DayForecast;
import io.waymark.forecast.Forecaster;
import java.time.LocalDate;
import java.util.List;

/** Forecasts from many past origins as if each were today, and compares with what came. */
public final class Backtest {

    private static final int PERIOD = 7;

    private final Forecaster forecaster;
    private final LocalDate first;
    private final LocalDate last;

    private double error;
    private double scaledError;
    private double relativeError;
    private int relative;
    private int within80;
    private int within95;
    private int compared;

    /** Takes a forecaster and the days of which it is known what came. */
    public Backtest(Forecaster forecaster, LocalDate first, LocalDate last) {
        this.forecaster = forecaster;
        this.first = first;
        this.last = last;
    }

    /** Adds the forecasts of one origin. */
    public void add(LocalDate origin, int horizon) {
        double scale = naiveError(origin);
        List<DayForecast> days = forecaster.forecast(origin, horizon);
        for (DayForecast day : days) {
            if (!day.date().isAfter(last)) {
                compare(day, scale);
            }
        }
    }

    public Accuracy result() {
        if (compared == 0) {
            throw new IllegalStateException("nothing was compared");
        }
        return new Accuracy(
                error / compared,
                relative == 0 ? 0 : relativeError / relative,
                scaledError / compared,
                within80 / (double) compared,
                within95 / (double) compared,
                compared);
    }

    private void compare(DayForecast day, double scale) {
        double came = forecaster.came(day.date());
        double missed = Math.abs(came - day.expected());
        error += missed;
        scaledError += scale == 0 ? 0 : missed / scale;
        if (came > 0) {
            relativeError += missed / came;
            relative++;
        }
        within80 += day.eighty().contains(came) ? 1 : 0;
        within95 += day.ninetyFive().contains(came) ? 1 : 0;
        compared++;
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
}
