package io.waymark.pipeline.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits between attempts, twice as long each time, and gives up after about half a minute. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 12;

    private final CountDownLatch never = new CountDownLatch(1);
    private Duration pause = FIRST;
    private int attempts;
    private @Nullable IOException latest;

    /** Keeps the failure of the latest attempt, to be named if there are too many. */
    public void remember(IOException failure) {
        latest = failure;
    }

    /**
     * Waits for the next attempt.
     *
     * @param problem what went wrong, in a sentence
     * @throws IOException if there were too many attempts
     */
    public void await(String problem) throws IOException, InterruptedException {
        attempts++;
        if (attempts >= ATTEMPTS) {
            throw new IOException(problem + ", in " + attempts + " attempts", latest);
        }
        boolean interruptedEarly = never.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        assert !interruptedEarly;
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
