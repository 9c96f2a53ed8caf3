package io.waymark.forecast.intervals;

/**
 * By how much a forecast missed, once that was known.
 *
 * @param origin the day at whose end it was made
 * @param day the day that it was about
 * @param score what came less what was forecast, in units of the spread that was expected
 */
public record Miss(int origin, int day, double score) {}
