package io.waymark.forecast.learning;

/** A number for a row of features. */
public interface Model {
    double predict(double[] features);
}
