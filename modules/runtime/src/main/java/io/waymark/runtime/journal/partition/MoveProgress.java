package io.waymark.runtime.journal.partition;

import java.time.Duration;

/**
 * How far a move of the journal is.
 *
 * @param before events that an earlier run had copied
 * @param events copied
 * @param total that there are, about
 */
public record MoveProgress(long before, long events, long total, Duration running) {

    public double perSecond() {
        double seconds = running.toMillis() / 1_000.0;
        return seconds == 0 ? 0 : (events - before) / seconds;
    }

    /** At the rate so far; nothing before there is one. */
    public Duration left() {
        return perSecond() == 0 ? Duration.ZERO : Duration.ofMillis((long) ((total - events) / perSecond() * 1_000));
    }
}
