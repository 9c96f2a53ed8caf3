package io.waymark.forecast.learning;

import java.util.List;

/**
 * A weighted linear regression whose slopes are held small.
 *
 * <p>Columns are scaled to unit spread first, so that one penalty is fair to all; a constant column gets no slope.
 */
public final class Ridge implements Model {

    private final double[] slopes;
    private final double intercept;

    private Ridge(double[] slopes, double intercept) {
        this.slopes = slopes;
        this.intercept = intercept;
    }

    /** Learns from rows; {@code penalty} is the weight of that many rows against every slope. */
    public static Ridge fit(List<Example> examples, double penalty) {
        int width = examples.getFirst().features().length;
        double total = 0;
        double meanTarget = 0;
        double[] mean = new double[width];
        for (Example example : examples) {
            total += example.weight();
            meanTarget += example.weight() * example.target();
            for (int i = 0; i < width; i++) {
                mean[i] += example.weight() * example.features()[i];
            }
        }
        meanTarget /= total;
        for (int i = 0; i < width; i++) {
            mean[i] /= total;
        }
        double[] spread = spread(examples, mean, total);
        double[][] squares = new double[width][width];
        double[] right = new double[width];
        double[] row = new double[width];
        for (Example example : examples) {
            for (int i = 0; i < width; i++) {
                row[i] = spread[i] == 0 ? 0 : (example.features()[i] - mean[i]) / spread[i];
            }
            for (int i = 0; i < width; i++) {
                double weighted = example.weight() * row[i];
                right[i] += weighted * (example.target() - meanTarget);
                for (int j = 0; j <= i; j++) {
                    squares[i][j] += weighted * row[j];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            squares[i][i] += penalty;
        }
        double[] slopes = Cholesky.solve(squares, right);
        double intercept = meanTarget;
        for (int i = 0; i < width; i++) {
            slopes[i] = spread[i] == 0 ? 0 : slopes[i] / spread[i];
            intercept -= slopes[i] * mean[i];
        }
        return new Ridge(slopes, intercept);
    }

    @Override
    public double predict(double[] features) {
        double sum = intercept;
        for (int i = 0; i < slopes.length; i++) {
            sum += slopes[i] * features[i];
        }
        return sum;
    }

    private static double[] spread(List<Example> examples, double[] mean, double total) {
        double[] spread = new double[mean.length];
        for (Example example : examples) {
            for (int i = 0; i < mean.length; i++) {
                double distance = example.features()[i] - mean[i];
                spread[i] += example.weight() * distance * distance;
            }
        }
        for (int i = 0; i < mean.length; i++) {
            spread[i] = Math.sqrt(spread[i] / total);
            if (spread[i] < 1e-9) {
                spread[i] = 0;
            }
        }
        return spread;
    }
}
