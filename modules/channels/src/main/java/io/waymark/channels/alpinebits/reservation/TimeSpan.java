package io.waymark.channels.alpinebits.reservation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When the stay is: fixed days, or for a request the window in which it may begin.
 *
 * @param nights the duration that a request may have
 */
public record TimeSpan(
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable Integer nights,
        @Nullable StartWindow window) {

    /** The first and the last day on which the stay may begin. */
    public record StartWindow(
            @Nullable LocalDate earliest, @Nullable LocalDate latest) {}

    public static TimeSpan of(LocalDate start, LocalDate end) {
        return new TimeSpan(start, end, null, null);
    }
}
