package io.waymark.forecast.learning;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Grows one tree at a time: each node takes the question that lessens the squared error most. */
final class TreeGrower {

    private final BinnedRows binned;
    private final Boosting.Plan plan;
    private final double[] sums = new double[BinnedRows.BINS];
    private final double[] counts = new double[BinnedRows.BINS];

    // The tree that grows.
    private double[] targets = {};
    private double[] weights = {};
    private int[] rows = {};
    private int[] features = {};
    private int[] nodeFeature = {};
    private double[] nodeBound = {};
    private double[] nodeValue = {};

    TreeGrower(BinnedRows binned, Boosting.Plan plan) {
        this.binned = binned;
        this.plan = plan;
    }

    Tree grow(double[] newTargets, double[] newWeights, SplittableRandom random) {
        targets = newTargets;
        weights = newWeights;
        rows = drawRows(random);
        features = drawFeatures(random);
        int nodes = (2 << plan.depth()) - 1;
        nodeFeature = new int[nodes];
        nodeBound = new double[nodes];
        nodeValue = new double[nodes];
        Arrays.fill(nodeFeature, Tree.LEAF);
        grow(0, 0, rows.length, plan.depth());
        return new Tree(nodeFeature, nodeBound, nodeValue);
    }

    private void grow(int node, int from, int to, int depthLeft) {
        double sum = 0;
        double count = 0;
        for (int i = from; i < to; i++) {
            sum += weights[rows[i]] * targets[rows[i]];
            count += weights[rows[i]];
        }
        nodeValue[node] = sum / (count + plan.penalty());
        if (depthLeft == 0 || count < 2 * plan.leafWeight()) {
            return;
        }
        Split split = best(from, to, sum, count);
        if (split.feature() == Tree.LEAF) {
            return;
        }
        int middle = part(from, to, split);
        nodeFeature[node] = split.feature();
        nodeBound[node] = binned.upperBound(split.feature(), split.bin());
        grow(2 * node + 1, from, middle, depthLeft - 1);
        grow(2 * node + 2, middle, to, depthLeft - 1);
    }

    private Split best(int from, int to, double sum, double count) {
        Split best = new Split(Tree.LEAF, 0, gain(sum, count) + 1e-9);
        for (int feature : features) {
            fillHistogram(feature, from, to);
            double leftSum = 0;
            double leftCount = 0;
            for (int bin = 0; bin < binned.binsOf(feature) - 1; bin++) {
                leftSum += sums[bin];
                leftCount += counts[bin];
                double rightCount = count - leftCount;
                if (leftCount < plan.leafWeight() || counts[bin] == 0) {
                    continue;
                }
                if (rightCount < plan.leafWeight()) {
                    break;
                }
                double gain = gain(leftSum, leftCount) + gain(sum - leftSum, rightCount);
                if (gain > best.gain()) {
                    best = new Split(feature, bin, gain);
                }
            }
        }
        return best;
    }

    private void fillHistogram(int feature, int from, int to) {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        byte[] column = binned.column(feature);
        for (int i = from; i < to; i++) {
            int row = rows[i];
            sums[column[row]] += weights[row] * targets[row];
            counts[column[row]] += weights[row];
        }
    }

    /** Moves the rows that answer yes to the front and says where the others begin. */
    private int part(int from, int to, Split split) {
        byte[] column = binned.column(split.feature());
        int middle = from;
        for (int i = from; i < to; i++) {
            if (column[rows[i]] <= split.bin()) {
                int row = rows[i];
                rows[i] = rows[middle];
                rows[middle++] = row;
            }
        }
        return middle;
    }

    private double gain(double sum, double count) {
        return sum * sum / (count + plan.penalty());
    }

    private int[] drawRows(SplittableRandom random) {
        int[] drawn = new int[targets.length];
        int size = 0;
        for (int row = 0; row < targets.length; row++) {
            if (random.nextDouble() < plan.rows()) {
                drawn[size++] = row;
            }
        }
        return Arrays.copyOf(drawn, size);
    }

    private int[] drawFeatures(SplittableRandom random) {
        int[] all = new int[binned.features()];
        Arrays.setAll(all, i -> i);
        int wanted = Math.max(1, (int) Math.round(plan.features() * all.length));
        for (int i = 0; i < wanted; i++) {
            int other = random.nextInt(i, all.length);
            int feature = all[i];
            all[i] = all[other];
            all[other] = feature;
        }
        return Arrays.copyOf(all, wanted);
    }

    private record Split(int feature, int bin, double gain) {}
}
