package io.waymark.launcher.bench.freshness;

import io.waymark.launcher.bench.load.Answers;
import io.waymark.launcher.bench.load.OpenLoop;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.time.Duration;

/**
 * How fresh both copies are under a fixed load.
 *
 * @param percent of the highest rate of durable commands
 * @param perSecond commands that were really taken
 */
record Load(int percent, double perSecond, Waits warehouse, Waits search) {

    private static final int SAMPLES_A_SECOND = 50;

    /** From the answer to a command until a copy shows it. */
    record Waits(double p50Millis, double p99Millis) {
        static Waits of(Waiting waiting) {
            return new Waits(waiting.percentileMillis(50), waiting.percentileMillis(99));
        }
    }

    /**
     * Sends at this share of the highest rate, first unwatched until all programs are used to it, then watched.
     *
     * @throws ServerFailure if a command is refused
     */
    static Load measure(
            int percent,
            double highest,
            Duration settling,
            Duration duration,
            OpenLoop loop,
            ChangeRequests changes,
            Copies copies)
            throws IOException {
        double rate = highest * percent / 100;
        good(loop.run(settling, rate, changes, (request, status, nanos) -> {}));
        long every = Math.max(1, Math.round(rate / SAMPLES_A_SECOND));
        long first = changes.next();
        try (Watcher warehouse = new Watcher("the warehouse", copies::warehouseRevisions);
                Watcher search = new Watcher("search", copies::searchRevisions)) {
            Answers answers = loop.run(duration, rate, changes, (request, status, nanos) -> {
                if (request % every == 0) {
                    Sample sample = ChangeRequests.sample(first + request, nanos);
                    warehouse.add(sample);
                    search.add(sample);
                }
            });
            return new Load(
                    percent, good(answers).perSecond(), Waits.of(warehouse.finish()), Waits.of(search.finish()));
        }
    }

    private static Answers good(Answers answers) {
        if (answers.bad() > 0) {
            throw new ServerFailure("Not every command was taken: " + answers);
        }
        return answers;
    }
}
