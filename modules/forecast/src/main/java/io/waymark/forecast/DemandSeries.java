package io.waymark.forecast;

/**
 * What is counted per property and day.
 *
 * <p>Both count rooms that were really taken: cancelled stays and no-shows are not in them. This is what the books say at
 * the end of the day itself, so a series is the books at horizon 0.
 */
public enum DemandSeries {
    /** Rooms whose guests arrived on the day, day use included. */
    ARRIVALS,
    /** Rooms occupied in the night that follows the day. */
    ROOMS
}
