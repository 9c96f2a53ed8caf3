package io.waymark.launcher.parts;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before a part is brought back: half a second at first, doubled with each early death up to half a minute,
 * and from the start again once it has lived for a minute.
 */
record BackOff(Duration next) {

    static final BackOff INITIAL = new BackOff(Duration.ofMillis(500));

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    /** The wait after a life that began and ended at these instants. */
    BackOff after(Instant startedAt, Instant diedAt) {
        return Duration.between(startedAt, diedAt).compareTo(HEALTHY) >= 0 ? INITIAL : longer();
    }

    BackOff longer() {
        Duration doubled = next.multipliedBy(2);
        return new BackOff(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
    }
}
