package io.waymark.forecast.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gradient boosted regression trees on histograms, for squared errors up to a bound and absolute ones beyond.
 *
 * <p>Each tree learns what the trees before it left, from a part of the rows and of the features drawn anew. The draw
 * comes from a seed, so the same rows give the same model on every machine.
 */
public final class Boosting implements Model {

    private final List<Tree> trees;
    private final double rate;
    private final double start;

    private Boosting(List<Tree> trees, double rate, double start) {
        this.trees = trees;
        this.rate = rate;
        this.start = start;
    }

    /**
     * How to learn.
     *
     * @param rate how much of each tree counts
     * @param rows share of the rows that a tree sees
     * @param features share of the features that a tree sees
     * @param leafWeight least weight of the rows of a leaf
     * @param penalty weight of that many rows against every leaf's value
     * @param reach what is left of a row counts for no more than this many times the median target, so that a few days
     *     that nobody could foresee do not bend the rest (Huber's loss)
     */
    public record Plan(
            int trees,
            int depth,
            double rate,
            double rows,
            double features,
            double leafWeight,
            double penalty,
            double reach) {}

    public static Boosting fit(List<Example> examples, Plan plan, long seed) {
        BinnedRows binned = BinnedRows.of(examples);
        double[] weights = examples.stream().mapToDouble(Example::weight).toArray();
        double[] left = examples.stream().mapToDouble(Example::target).toArray();
        double start = mean(left, weights);
        double most = plan.reach() * medianSize(left);
        Arrays.setAll(left, row -> left[row] - start);
        double[] counted = new double[left.length];
        SplittableRandom random = new SplittableRandom(seed);
        TreeGrower grower = new TreeGrower(binned, plan);
        List<Tree> trees = new ArrayList<>(plan.trees());
        for (int i = 0; i < plan.trees(); i++) {
            Arrays.setAll(counted, row -> Math.clamp(left[row], -most, most));
            Tree tree = grower.grow(counted, weights, random.split());
            trees.add(tree);
            for (int row = 0; row < left.length; row++) {
                left[row] -= plan.rate() * tree.predict(examples.get(row).features());
            }
        }
        return new Boosting(List.copyOf(trees), plan.rate(), start);
    }

    @Override
    public double predict(double[] features) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.predict(features);
        }
        return start + rate * sum;
    }

    private static double medianSize(double[] targets) {
        double[] sizes = Arrays.stream(targets).map(Math::abs).sorted().toArray();
        return sizes[sizes.length / 2];
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            total += weights[i];
        }
        return sum / total;
    }
}
