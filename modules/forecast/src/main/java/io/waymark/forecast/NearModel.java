package io.waymark.forecast;

import io.waymark.forecast.books.Books;
import io.waymark.forecast.features.Features;
import io.waymark.forecast.learning.Boosting;
import io.waymark.forecast.learning.Example;
import io.waymark.forecast.learning.Ridge;
import java.util.ArrayList;
import java.util.List;

/**
 * Forecasts the next four weeks from the books, as learned from the days that were over at one origin.
 *
 * <p>Both learners correct the same first guess, so where they know nothing the guess remains. A ridge regression per
 * horizon is steady, trees over all horizons see what bends; their mean is better than either.
 */
final class NearModel {

    static final int LONGEST = 28;
    /** Earlier origins have too little behind them for the features to mean anything. */
    static final int WARM_UP_DAYS = 14;

    static final int FEWEST_DAYS = WARM_UP_DAYS + LONGEST + 28;

    private static final int NEIGHBOURS = 4;
    private static final double PENALTY = 1_000;
    private static final double HALF_LIFE_DAYS = 240;
    private static final double TREES_SHARE = 0.8;
    private static final Boosting.Plan TREES = new Boosting.Plan(200, 5, 0.04, 0.5, 0.25, 60, 20, 2);
    private static final long SEED = 7;

    private final Features features;
    private final Ridge[] ridges;
    private final Boosting trees;

    private NearModel(Features features, Ridge[] ridges, Boosting trees) {
        this.features = features;
        this.ridges = ridges;
        this.trees = trees;
    }

    /** Learns from every stay date up to the origin, at every horizon. */
    static NearModel learn(Books books, Features features, int origin) {
        List<List<Example>> byHorizon = new ArrayList<>();
        List<Example> all = new ArrayList<>();
        for (int horizon = 1; horizon <= LONGEST; horizon++) {
            List<Example> examples = new ArrayList<>();
            for (int day = WARM_UP_DAYS + LONGEST; day <= origin; day++) {
                double answer = books.came(day) - features.guess(day, horizon);
                double weight = Math.pow(0.5, (origin - day) / HALF_LIFE_DAYS);
                examples.add(new Example(features.row(day, horizon), answer, weight));
            }
            byHorizon.add(examples);
            all.addAll(examples);
        }
        Ridge[] ridges = new Ridge[LONGEST + 1];
        for (int horizon = 1; horizon <= LONGEST; horizon++) {
            ridges[horizon] = Ridge.fit(near(byHorizon, horizon), PENALTY);
        }
        return new NearModel(features, ridges, Boosting.fit(all, TREES, SEED));
    }

    /** A horizon has few days to learn from; its neighbours are nearly the same question. */
    private static List<Example> near(List<List<Example>> byHorizon, int horizon) {
        List<Example> near = new ArrayList<>();
        int from = Math.max(1, horizon - NEIGHBOURS);
        int to = Math.min(LONGEST, horizon + NEIGHBOURS);
        for (int other = from; other <= to; other++) {
            near.addAll(byHorizon.get(other - 1));
        }
        return near;
    }

    double forecast(int day, int horizon) {
        double[] row = features.row(day, horizon);
        double correction = TREES_SHARE * trees.predict(row) + (1 - TREES_SHARE) * ridges[horizon].predict(row);
        return features.guess(day, horizon) + correction;
    }
}
