package io.waymark.launcher.scenario.faults;

import io.waymark.kernel.Ids;
import io.waymark.launcher.replay.delivery.StepListener;
import io.waymark.launcher.replay.schedule.Step;
import io.waymark.launcher.replay.schedule.StepKind;
import io.waymark.launcher.verify.Promise;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the replay was told of each reservation, written down as it was told. */
final class ReplayRecord implements StepListener {

    /** The steps of one reservation; they are sent one after the other. */
    private static final class Told {
        private final Map<String, Integer> events = new HashMap<>();
        private final Set<String> unclear = new HashSet<>();
        private @Nullable String status;
    }

    private final String tenant;
    private final String connection;
    private final Map<String, Told> byBooking = new ConcurrentHashMap<>();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    ReplayRecord(String tenant, String connection) {
        this.tenant = tenant;
        this.connection = connection;
    }

    @Override
    public void accepted(Step step) {
        Told told = told(step);
        synchronized (told) {
            told.events.merge(event(step.kind()), 1, Integer::sum);
            told.status = told.unclear.isEmpty() ? status(step.kind(), told.status) : null;
        }
        accepted.incrementAndGet();
    }

    /** An earlier attempt, whose answer was lost, may have been taken: only no answer at all would say that it was not. */
    @Override
    public void refused(Step step, String reason) {
        unclear(step);
        refused.incrementAndGet();
    }

    @Override
    public void unanswered(Step step) {
        unclear(step);
    }

    long accepted() {
        return accepted.get();
    }

    long refused() {
        return refused.get();
    }

    /** By {@code ten_…:bkg_…}. */
    Map<String, Promise> promises() {
        Map<String, Promise> promises = new HashMap<>();
        byBooking.forEach((booking, told) -> {
            synchronized (told) {
                promises.put(booking, new Promise(told.events, told.unclear, told.status));
            }
        });
        return promises;
    }

    private void unclear(Step step) {
        Told told = told(step);
        synchronized (told) {
            told.unclear.add(event(step.kind()));
            told.status = null;
        }
    }

    private Told told(Step step) {
        String booking =
                Ids.derived("bkg", tenant, connection, step.reservation().remoteId());
        return byBooking.computeIfAbsent(tenant + ":" + booking, unknown -> new Told());
    }

    private static String event(StepKind kind) {
        return "booking."
                + switch (kind) {
                    case BOOKED -> "confirmed";
                    case CHANGED -> "changed";
                    case CANCELLED -> "cancelled";
                    case ARRIVED -> "checked-in";
                    case DEPARTED -> "checked-out";
                    case NO_SHOW -> "no-show";
                };
    }

    private static @Nullable String status(StepKind kind, @Nullable String before) {
        return switch (kind) {
            case BOOKED -> "confirmed";
            case CHANGED -> before;
            case CANCELLED -> "cancelled";
            case ARRIVED -> "checked-in";
            case DEPARTED -> "checked-out";
            case NO_SHOW -> "no-show";
        };
    }
}
