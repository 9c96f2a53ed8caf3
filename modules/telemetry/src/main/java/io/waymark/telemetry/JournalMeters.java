package io.waymark.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Writes of the journal: each is one batch in one transaction. */
public final class JournalMeters {

    private final Timer written;
    private final Timer failed;
    private final Counter events;
    private final DistributionSummary batch;

    JournalMeters(MeterRegistry registry) {
        written = writes(registry, "written");
        failed = writes(registry, "failed");
        events = Counter.builder("waymark.journal.events")
                .description("Events committed")
                .register(registry);
        batch = DistributionSummary.builder("waymark.journal.batch.events")
                .description("Events in one write")
                .serviceLevelObjectives(1, 2, 5, 10, 25, 50, 100, 250, 500)
                .register(registry);
    }

    /**
     * Counts a batch that is committed.
     *
     * @param startNanos {@link System#nanoTime} when it was handed to the journal
     */
    public void written(int count, long startNanos) {
        written.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
        events.increment(count);
        batch.record(count);
    }

    /** Counts a batch that is not. */
    public void failed(long startNanos) {
        failed.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    }

    private static Timer writes(MeterRegistry registry, String outcome) {
        return Durations.timer(registry, "waymark.journal.writes", "Batches handed to the journal", "outcome", outcome);
    }
}
