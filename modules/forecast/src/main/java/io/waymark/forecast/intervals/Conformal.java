package io.waymark.forecast.intervals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Intervals from the misses of earlier forecasts of the same horizon band: as wide as was needed for the promised share.
 *
 * <p>Recent misses count more. On top of it, every day that came outside widens the next intervals and every day within
 * narrows them a little (adaptive conformal inference, Gibbs and Candès 2021; here on the logarithm of the width): misses
 * come in clusters, and a quantile of the past alone learns of a change too late.
 */
public final class Conformal {

    private static final double HALF_LIFE_DAYS = 60;
    private static final double STEP = 0.3;
    private static final double FADING = 0.98;
    private static final double MOST_LOG = 1.5;
    private static final int FEWEST = 20;

    private final TreeMap<Integer, List<Miss>> byDay;

    /** Takes the misses of one band, in any order. */
    public Conformal(List<Miss> misses) {
        this.byDay = misses.stream()
                .sorted(Comparator.comparingInt(Miss::origin))
                .collect(Collectors.groupingBy(Miss::day, TreeMap::new, Collectors.toList()));
    }

    /** How far from the forecast, in units of spread, the interval for this share reaches at the end of a day. */
    public double reach(double share, int asOf) {
        double width = quantile(share, asOf);
        double log = 0;
        for (List<Miss> judged : byDay.headMap(asOf, true).values()) {
            double reach = width * Math.exp(log);
            long outside = judged.stream()
                    .filter(miss -> Math.abs(miss.score()) > reach)
                    .count();
            double surprise = outside / (double) judged.size() - (1 - share);
            log = Math.clamp(FADING * log + STEP * surprise, -MOST_LOG, MOST_LOG);
        }
        return width * Math.exp(log);
    }

    /** The weighted quantile of the scores that were known at the end of a day; 0 when they were too few. */
    private double quantile(double share, int asOf) {
        double[][] known = byDay.headMap(asOf, true).entrySet().stream()
                .flatMap(entry -> weighted(entry, asOf))
                .sorted(Comparator.comparingDouble(pair -> pair[0]))
                .toArray(double[][]::new);
        if (known.length < FEWEST) {
            return 0;
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

    private static Stream<double[]> weighted(Map.Entry<Integer, List<Miss>> day, int asOf) {
        double weight = Math.pow(0.5, (asOf - day.getKey()) / HALF_LIFE_DAYS);
        return day.getValue().stream().map(miss -> new double[] {Math.abs(miss.score()), weight});
    }
}
