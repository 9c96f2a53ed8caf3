package io.waymark.forecast;

import java.time.LocalDate;

/**
 * What is expected of one stay date, said at the end of an origin.
 *
 * @param horizon days from the origin to the date
 * @param books what was sold for the date at the origin
 */
public record DayForecast(
        LocalDate date, int horizon, int books, double expected, Interval eighty, Interval ninetyFive) {}
