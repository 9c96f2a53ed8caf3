package io.waymark.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Commands as their sender sees them: from the question to the answer, wherever in the cluster the entity is. */
public final class CommandMeters {

    /** How a command ended. */
    public enum Outcome {
        /** Carried out. */
        DONE,
        /** Carried out before, or nothing to do. */
        REPEATED,
        /** The rules said no. */
        REFUSED,
        /** No answer in time: it may have taken effect. */
        UNKNOWN
    }

    private final MeterRegistry registry;

    CommandMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The meters of one kind of entity; asked for once. */
    public OfKind kind(String entity) {
        Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            timers.put(
                    outcome,
                    Durations.timer(
                            registry,
                            "waymark.commands",
                            "Commands, from the question to the answer",
                            "entity",
                            entity,
                            "outcome",
                            outcome.name().toLowerCase(Locale.ROOT)));
        }
        return new OfKind(timers);
    }

    /** The commands of one kind of entity. */
    public static final class OfKind {

        private final Map<Outcome, Timer> timers;

        private OfKind(Map<Outcome, Timer> timers) {
            this.timers = timers;
        }

        /**
         * Counts a command that was answered, or given up.
         *
         * @param startNanos {@link System#nanoTime} when it was sent
         */
        public void ended(Outcome outcome, long startNanos) {
            Objects.requireNonNull(timers.get(outcome)).record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
        }
    }
}
