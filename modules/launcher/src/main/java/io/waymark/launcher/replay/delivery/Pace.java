package io.waymark.launcher.replay.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Holds back messages that would exceed a number per second; 0 stands for as fast as they are answered. */
final class Pace {

    private final int perSecond;
    private final InstantSource clock;
    private final StopSignal stop;
    private final Instant start;
    private long started;

    Pace(int perSecond, InstantSource clock, StopSignal stop) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.stop = stop;
        this.start = clock.instant();
    }

    void awaitTurn() throws InterruptedException {
        if (perSecond == 0) {
            return;
        }
        Duration early = Duration.between(clock.instant(), start.plusNanos(started * 1_000_000_000L / perSecond));
        // Shorter waits are not kept exactly by any clock; they add up and are kept together.
        if (early.toMillis() > 0) {
            stop.pause(early);
        }
        started++;
    }
}
