package io.waymark.forecast.intervals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Intervals from the misses of earlier forecasts: as wide as was needed for the promised share in each horizon band.
 *
 * <p>Recent misses count more. On top of it, every day whose forecasts, of whatever band, came outside more often than
 * promised widens all next intervals, and every other narrows them (adaptive conformal inference, Gibbs and Candès 2021;
 * here on the logarithm of the width): misses come in clusters, a quantile of the past alone learns of a change too late,
 * and what was forecast three weeks ahead is judged so late that it must learn from what was forecast yesterday.
 */
public final class Conformal {

    private static final double HALF_LIFE_DAYS = 60;
    private static final double STEP_OF_ALL = 1.5;
    private static final double STEP_OF_BAND = 0.5;
    private static final double FADING = 0.92;
    /** No interval is more than 4.5 times as wide, or as narrow, as the misses of its band ask for. */
    private static final double MOST_LOG = 1.5;

    private static final int FEWEST = 20;

    private final List<Miss> misses;

    /** Takes the misses of all bands that are to learn from each other, in any order. */
    public Conformal(List<Miss> misses) {
        this.misses = List.copyOf(misses);
    }

    /**
     * How far from the forecast, in units of spread, the intervals for this share reach at the end of a day, by band;
     * without those bands of which too little was known.
     */
    public Map<Integer, Double> reach(double share, int asOf) {
        List<Miss> known = misses.stream().filter(miss -> miss.day() <= asOf).toList();
        Map<Integer, Double> widths = new HashMap<>();
        known.stream().collect(Collectors.groupingBy(Miss::band)).forEach((band, ofBand) -> {
            if (ofBand.size() >= FEWEST) {
                widths.put(band, quantile(ofBand, share, asOf));
            }
        });
        return adapted(known, widths, share);
    }

    /** Goes through the days that are over, and widens or narrows after each: all bands together, and each by itself. */
    private static Map<Integer, Double> adapted(List<Miss> known, Map<Integer, Double> widths, double share) {
        TreeMap<Integer, List<Miss>> byDay = known.stream()
                .filter(miss -> widths.containsKey(miss.band()))
                .collect(Collectors.groupingBy(Miss::day, TreeMap::new, Collectors.toList()));
        double all = 0;
        Map<Integer, Double> own = new HashMap<>();
        for (List<Miss> judged : byDay.values()) {
            Map<Integer, Double> reach = reach(widths, all, own);
            all = moved(all, STEP_OF_ALL, outside(judged, reach) - (1 - share));
            judged.stream().collect(Collectors.groupingBy(Miss::band)).forEach((band, ofBand) -> {
                double surprise = outside(ofBand, reach) - (1 - share);
                own.merge(band, moved(0, STEP_OF_BAND, surprise), (log, step) -> moved(log, 1, step));
            });
        }
        return reach(widths, all, own);
    }

    private static Map<Integer, Double> reach(Map<Integer, Double> widths, double all, Map<Integer, Double> own) {
        Map<Integer, Double> reach = new HashMap<>();
        widths.forEach((band, width) -> {
            double log = Math.clamp(all + own.getOrDefault(band, 0.0), -MOST_LOG, MOST_LOG);
            reach.put(band, width * Math.exp(log));
        });
        return reach;
    }

    private static double moved(double log, double step, double surprise) {
        return Math.clamp(FADING * log + step * surprise, -MOST_LOG, MOST_LOG);
    }

    /** The share of misses beyond the reach of their band. */
    private static double outside(List<Miss> misses, Map<Integer, Double> reach) {
        long outside = misses.stream()
                .filter(miss -> Math.abs(miss.score()) > reach.getOrDefault(miss.band(), 0.0))
                .count();
        return outside / (double) misses.size();
    }

    private static double quantile(List<Miss> ofBand, double share, int asOf) {
        double[][] sized = ofBand.stream()
                .map(miss -> new double[] {Math.abs(miss.score()), Math.pow(0.5, (asOf - miss.day()) / HALF_LIFE_DAYS)})
                .sorted(Comparator.comparingDouble(pair -> pair[0]))
                .toArray(double[][]::new);
        double total = Arrays.stream(sized).mapToDouble(pair -> pair[1]).sum();
        double sum = 0;
        for (double[] pair : sized) {
            sum += pair[1];
            if (sum >= share * total) {
                return pair[0];
            }
        }
        return sized[sized.length - 1][0];
    }
}
