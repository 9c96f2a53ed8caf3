package io.waymark.sandbox.fault;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The faults of one channel and its dice; the same seed throws the same fates in the same order. Safe for threads. */
public final class Dice {

    private static final int SIDES = 1_000;

    private record Throwing(Faults faults, Random random) {}

    private volatile Throwing now = new Throwing(Faults.NONE, new Random(Faults.NONE.seed()));

    public Faults faults() {
        return now.faults();
    }

    /** From now on; the dice begin again at the seed. */
    public void set(Faults faults) {
        now = new Throwing(faults, new Random(faults.seed()));
    }

    public Fate next() {
        Throwing current = now;
        return current.faults().fate(current.random().nextInt(SIDES));
    }

    /** Between half of this time and all of it. */
    public Duration about(int millis) {
        return Duration.ofMillis(millis / 2 + now.random().nextInt(millis / 2 + 1));
    }

    /** Lets the time pass. */
    public static void pause(Duration time) throws InterruptedException {
        if (new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }
}
