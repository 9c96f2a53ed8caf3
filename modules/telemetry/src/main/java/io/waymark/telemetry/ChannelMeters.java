package io.waymark.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Messages to and from channels. */
public final class ChannelMeters {

    /** What counts as another action once so many are known: a partner must not be able to add labels. */
    private static final String OTHER = "other";

    private static final int MOST_KINDS = 200;

    private record Kind(String direction, String action, String outcome) {}

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    ChannelMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Counts a message.
     *
     * @param direction {@code in} or {@code out}
     * @param action one of a protocol's own, never what a partner sent unread
     */
    public void message(String direction, String action, String outcome, Duration duration) {
        Kind kind = new Kind(direction, action.isEmpty() ? OTHER : action, outcome);
        Kind counted =
                timers.size() < MOST_KINDS || timers.containsKey(kind) ? kind : new Kind(direction, OTHER, outcome);
        timers.computeIfAbsent(counted, this::timer).record(duration);
    }

    private Timer timer(Kind kind) {
        return Durations.timer(
                registry,
                "waymark.channel.messages",
                "Messages to and from channels",
                "direction",
                kind.direction(),
                "action",
                kind.action(),
                "outcome",
                kind.outcome());
    }
}
