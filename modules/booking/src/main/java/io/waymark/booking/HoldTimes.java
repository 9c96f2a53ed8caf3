package io.waymark.booking;

import java.time.Duration;

/**
 * How long rooms are held for a booking that is to be confirmed later.
 *
 * @param hold until the booking's own deadline
 * @param grace by which the inventory's deadline is later, so that the booking always decides first
 */
public record HoldTimes(Duration hold, Duration grace) {

    public static final HoldTimes STANDARD = new HoldTimes(Duration.ofMinutes(15), Duration.ofMinutes(2));
}
