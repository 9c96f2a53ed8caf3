package io.waymark.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Projections whose workers run on this node. */
public final class ProjectionMeters {

    private final MeterRegistry registry;

    ProjectionMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The meters of one projection; asked for once. */
    public OfProjection projection(String name) {
        return new OfProjection(
                steps(name, "applied"),
                steps(name, "failed"),
                Counter.builder("waymark.projection.events")
                        .description("Events applied to a read model")
                        .tags("projection", name)
                        .register(registry));
    }

    private Timer steps(String projection, String outcome) {
        return Durations.timer(
                registry,
                "waymark.projection.steps",
                "Batches applied to a read model",
                "projection",
                projection,
                "outcome",
                outcome);
    }

    /** One projection. */
    public static final class OfProjection {

        private final Timer applied;
        private final Timer failed;
        private final Counter events;

        private OfProjection(Timer applied, Timer failed, Counter events) {
            this.applied = applied;
            this.failed = failed;
            this.events = events;
        }

        /** Counts a batch; an empty one is a look at the journal that found nothing and counts as none. */
        public void applied(int rows, long startNanos) {
            if (rows > 0) {
                applied.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
                events.increment(rows);
            }
        }

        public void failed(long startNanos) {
            failed.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
        }
    }
}
