package io.waymark.forecast.intervals;

/**
 * By how much a forecast missed, once that was known.
 *
 * @param band those of one band looked about equally far ahead
 * @param day the day that it was about
 * @param score what came less what was forecast, in units of the spread that was expected
 */
public record Miss(int band, int day, double score) {}
