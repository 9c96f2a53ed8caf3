package io.waymark.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Entities in the memory of this node. */
public final class EntityMeters {

    private final MeterRegistry registry;

    EntityMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The meters of one kind of entity; asked for once. */
    public OfKind kind(String entity) {
        LongAdder live = new LongAdder();
        Gauge.builder("waymark.entities.live", live, LongAdder::sum)
                .description("Entities in memory")
                .tags("entity", entity)
                .register(registry);
        return new OfKind(
                live,
                Durations.timer(
                        registry,
                        "waymark.entities.recoveries",
                        "Entities brought back from the journal",
                        "entity",
                        entity),
                Counter.builder("waymark.entities.stops")
                        .description("Entities that left memory: passivated, moved or stopped")
                        .tags("entity", entity)
                        .register(registry),
                Counter.builder("waymark.entities.step.failures")
                        .description("Steps that failed and are tried again")
                        .tags("entity", entity)
                        .register(registry));
    }

    /** The entities of one kind. */
    public static final class OfKind {

        private final LongAdder live;
        private final Timer recoveries;
        private final Counter stops;
        private final Counter stepFailures;

        private OfKind(LongAdder live, Timer recoveries, Counter stops, Counter stepFailures) {
            this.live = live;
            this.recoveries = recoveries;
            this.stops = stops;
            this.stepFailures = stepFailures;
        }

        public void started() {
            live.increment();
        }

        public void stopped() {
            live.decrement();
            stops.increment();
        }

        /** Counts an entity that has read its events. */
        public void recovered(long startNanos) {
            recoveries.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
        }

        public void stepFailed() {
            stepFailures.increment();
        }
    }
}
