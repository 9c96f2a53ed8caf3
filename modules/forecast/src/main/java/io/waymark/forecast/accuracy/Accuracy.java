package io.waymark.forecast.accuracy;

/**
 * How good the forecasts of a series were.
 *
 * @param mae mean absolute error, in rooms
 * @param mape mean absolute error as a share of what came, over days on which something came
 * @param mase mean absolute error in units of the error of "as a week before" over the days until each origin
 * @param naive what {@code mase} would be if each day came as the last same weekday that was over
 * @param coverage80 share of days that came within the 80 % interval
 * @param coverage95 share of days that came within the 95 % interval
 * @param forecasts how many forecasts were compared
 */
public record Accuracy(
        double mae, double mape, double mase, double naive, double coverage80, double coverage95, int forecasts) {}
