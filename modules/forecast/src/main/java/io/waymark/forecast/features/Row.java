package io.waymark.forecast.features;

import java.util.Arrays;

/** A row of features that grows as they are added, so that none needs a number of its own. */
final class Row {

    private double[] values = new double[80];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }
}
