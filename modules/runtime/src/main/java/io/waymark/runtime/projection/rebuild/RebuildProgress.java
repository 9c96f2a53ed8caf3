package io.waymark.runtime.projection.rebuild;

import java.time.Duration;

/**
 * How far a rebuild is.
 *
 * @param events that the new generation has applied
 * @param before how many of them it had when this run began
 * @param live events that the live read model has applied, which is where the new one has to arrive
 */
public record RebuildProgress(String projection, long before, long events, long live, Duration running) {

    public double perSecond() {
        double seconds = running.toMillis() / 1_000.0;
        return seconds == 0 ? 0 : (events - before) / seconds;
    }

    /** At the rate so far; nothing before there is one. */
    public Duration left() {
        return perSecond() == 0 ? Duration.ZERO : Duration.ofMillis((long) ((live - events) / perSecond() * 1_000));
    }
}
