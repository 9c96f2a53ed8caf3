package io.waymark.launcher.bench.freshness;

import io.waymark.servers.Readiness;
import io.waymark.servers.ServerFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks into one copy again and again, in a thread of its own, until every sample has been seen there. */
final class Watcher implements AutoCloseable {

    private static final long PAUSE_MILLIS = 10;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final String copy;
    private final Waiting waiting = new Waiting();
    private final Glance glance;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Exception failure;

    /** Which revisions a copy shows of these bookings, to everyone who searches it. */
    @FunctionalInterface
    interface Glance {
        Map<String, Long> revisions(List<String> bookings) throws Exception;
    }

    Watcher(String copy, Glance glance) {
        this.copy = copy;
        this.glance = glance;
        this.thread = Thread.ofPlatform().name("watch " + copy).daemon().start(this::watch);
    }

    void add(Sample sample) {
        waiting.add(sample);
    }

    /** Returns when all samples have been seen. */
    Waiting finish() {
        boolean all = Readiness.within(LIMIT, () -> failure == null, waiting::isEmpty);
        @Nullable Exception why = failure;
        if (why != null) {
            throw new ServerFailure("Nobody can look into %s: %s.".formatted(copy, why.getMessage()), why);
        }
        if (!all) {
            throw new ServerFailure(
                    "Not every change has come to %s within %d minutes.".formatted(copy, LIMIT.toMinutes()));
        }
        return waiting;
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }

    private void watch() {
        try {
            while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                List<String> bookings = waiting.bookings();
                if (!bookings.isEmpty()) {
                    Map<String, Long> revisions = glance.revisions(bookings);
                    waiting.seen(revisions, System.nanoTime());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failure = e;
        }
    }
}
