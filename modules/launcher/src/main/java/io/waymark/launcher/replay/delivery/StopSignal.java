package io.waymark.launcher.replay.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Given once, by Ctrl-C or by a failure; every wait of a replay ends with it. */
public final class StopSignal {

    private final CountDownLatch given = new CountDownLatch(1);

    public void give() {
        given.countDown();
    }

    public boolean isGiven() {
        return given.getCount() == 0;
    }

    /** Waits this long, or less where the signal is given before. */
    public void pause(Duration pause) throws InterruptedException {
        given.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }
}
