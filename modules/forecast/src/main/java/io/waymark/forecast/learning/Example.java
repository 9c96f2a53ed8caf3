package io.waymark.forecast.learning;

/** A row of features with the answer that was right, and how much it counts. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying every row would double the memory
public record Example(double[] features, double target, double weight) {}
