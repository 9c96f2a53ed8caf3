package io.waymark.forecast.intervals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Intervals from the misses of earlier forecasts of the same horizon band: as wide as was needed for the promised share.
 *
 * <p>Recent misses count more. Where the last forecasts kept the promise too seldom or too often, the next interval aims
 * higher or lower (adaptive conformal inference, Gibbs and Candès 2021): misses come in clusters, and a quantile of the
 * past alone learns of a change too late.
 */
public final class Conformal {

    private static final double HALF_LIFE_DAYS = 60;
    private static final double STEP = 0.15;
    private static final double LEAST_SHARE = 0.3;
    private static final double MOST_SHARE = 0.995;
    private static final int FEWEST = 20;

    private final List<Miss> misses;

    /** Takes the misses of one band, in any order. */
    public Conformal(List<Miss> misses) {
        this.misses =
                misses.stream().sorted(Comparator.comparingInt(Miss::origin)).toList();
    }

    /** How far from the forecast, in units of spread, the interval for this share reaches at the end of a day. */
    public double reach(double share, int asOf) {
        double aim = share;
        int[] origins = misses.stream().mapToInt(Miss::origin).distinct().toArray();
        for (int origin : origins) {
            List<Miss> judged = misses.stream()
                    .filter(miss -> miss.origin() == origin && miss.day() <= asOf)
                    .toList();
            double reach = quantile(aim, origin);
            if (judged.isEmpty() || reach < 0) {
                continue;
            }
            double kept = judged.stream()
                            .filter(miss -> Math.abs(miss.score()) <= reach)
                            .count()
                    / (double) judged.size();
            aim = Math.clamp(aim + STEP * (1 - share) * (share - kept), LEAST_SHARE, MOST_SHARE);
        }
        return Math.max(0, quantile(aim, asOf));
    }

    /** The weighted quantile of the scores that were known at the end of a day; negative when they were too few. */
    private double quantile(double share, int asOf) {
        double[][] known = misses.stream()
                .filter(miss -> miss.day() <= asOf)
                .map(miss -> new double[] {Math.abs(miss.score()), Math.pow(0.5, (asOf - miss.day()) / HALF_LIFE_DAYS)})
                .sorted(Comparator.comparingDouble(pair -> pair[0]))
                .toArray(double[][]::new);
        if (known.length < FEWEST) {
            return -1;
        }
        double total = Arrays.stream(known).mapToDouble(pair -> pair[1]).sum();
        double sum = 0;
        for (double[] pair : known) {
            sum += pair[1];
            if (sum >= share * total) {
                return pair[0];
            }
        }
        return known[known.length - 1][0];
    }
}
