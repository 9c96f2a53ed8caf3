package io.waymark.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** HTTP requests, by the pattern of their route and the class of their answer. */
public final class RequestMeters {

    private static final String OTHER = "other";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS");

    private record Kind(String method, String route, int statusClass) {}

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Counts a request that was answered.
     *
     * @param route a pattern of {@link RoutePatterns}, never a path
     * @param startNanos {@link System#nanoTime} when it arrived
     */
    public void answered(String method, String route, int status, long startNanos) {
        Kind kind = new Kind(METHODS.contains(method) ? method : OTHER, route, status / 100);
        timers.computeIfAbsent(kind, this::timer).record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Durations.timer(
                registry,
                "waymark.http.requests",
                "HTTP requests, from their arrival to the first byte of the answer",
                "method",
                kind.method(),
                "route",
                kind.route(),
                "status",
                kind.statusClass() + "xx");
    }
}
