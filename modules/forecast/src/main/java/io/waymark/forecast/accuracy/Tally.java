package io.waymark.forecast.accuracy;

import io.waymark.forecast.DayForecast;

/** Adds up how far forecasts were from what came. */
final class Tally {

    private double error;
    private double scaledError;
    private double scaledNaiveError;
    private double relativeError;
    private int relative;
    private int within80;
    private int within95;
    private int compared;

    /** Adds one forecast; {@code scale} is the error that counts as one, {@code naive} what came a week or more before. */
    void add(DayForecast day, double came, double naive, double scale) {
        double missed = Math.abs(came - day.expected());
        error += missed;
        scaledError += scale == 0 ? 0 : missed / scale;
        scaledNaiveError += scale == 0 ? 0 : Math.abs(came - naive) / scale;
        if (came > 0) {
            relativeError += missed / came;
            relative++;
        }
        within80 += day.eighty().contains(came) ? 1 : 0;
        within95 += day.ninetyFive().contains(came) ? 1 : 0;
        compared++;
    }

    Accuracy result() {
        if (compared == 0) {
            throw new IllegalStateException("nothing was compared");
        }
        return new Accuracy(
                error / compared,
                relative == 0 ? 0 : relativeError / relative,
                scaledError / compared,
                scaledNaiveError / compared,
                within80 / (double) compared,
                within95 / (double) compared,
                compared);
    }
}
