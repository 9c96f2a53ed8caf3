package io.waymark.forecast.learning;

import java.util.Arrays;
import java.util.List;

/** The features of all rows as numbers of bins with about equally many rows each: splits are searched among bins. */
final class BinnedRows {

    static final int BINS = 64;
    private static final int SAMPLE = 4_096;

    /** By feature: the upper bounds of all bins but the last. */
    private final double[][] bounds;
    /** By feature, then row. */
    private final byte[][] bins;

    private BinnedRows(double[][] bounds, byte[][] bins) {
        this.bounds = bounds;
        this.bins = bins;
    }

    static BinnedRows of(List<Example> examples) {
        int width = examples.getFirst().features().length;
        double[][] bounds = new double[width][];
        byte[][] bins = new byte[width][examples.size()];
        for (int feature = 0; feature < width; feature++) {
            bounds[feature] = bounds(examples, feature);
            for (int row = 0; row < examples.size(); row++) {
                bins[feature][row] = bin(bounds[feature], examples.get(row).features()[feature]);
            }
        }
        return new BinnedRows(bounds, bins);
    }

    int features() {
        return bins.length;
    }

    byte[] column(int feature) {
        return bins[feature];
    }

    int binsOf(int feature) {
        return bounds[feature].length + 1;
    }

    /** Rows up to and with this bin are those whose feature is at most this. */
    double upperBound(int feature, int bin) {
        return bounds[feature][bin];
    }

    private static byte bin(double[] bounds, double value) {
        int found = Arrays.binarySearch(bounds, value);
        return (byte) (found >= 0 ? found : -found - 1);
    }

    private static double[] bounds(List<Example> examples, int feature) {
        int step = Math.max(1, examples.size() / SAMPLE);
        double[] values = new double[(examples.size() + step - 1) / step];
        for (int i = 0; i < values.length; i++) {
            values[i] = examples.get(i * step).features()[feature];
        }
        Arrays.sort(values);
        double[] bounds = new double[BINS - 1];
        int size = 0;
        for (int i = 1; i < BINS; i++) {
            double bound = values[(int) ((long) i * values.length / BINS)];
            if (bound < values[values.length - 1] && (size == 0 || bound > bounds[size - 1])) {
                bounds[size++] = bound;
            }
        }
        return Arrays.copyOf(bounds, size);
    }
}
