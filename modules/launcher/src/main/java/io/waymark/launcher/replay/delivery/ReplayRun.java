package io.waymark.launcher.replay.delivery;

import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlLimits;
import io.waymark.launcher.replay.capacity.CalendarPlan;
import io.waymark.launcher.replay.capacity.NeededRooms;
import io.waymark.launcher.replay.schedule.Schedule;
import io.waymark.launcher.replay.source.Hotel;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run over a schedule: prepares the system or goes on where the run before stopped, sends, and keeps the progress.
 *
 * <p>Rooms are counted for twice the window that steps are sent in, because a system may give a room back a moment after
 * it has answered that it will.
 */
public final class ReplayRun {

    private static final int WINDOW = 128;
    private static final int WINDOW_COUNTED = 2 * WINDOW;
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(250);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** Hotels and calendars are there a little before the first booking. */
    private static final Duration PREPARED_BEFORE = Duration.ofMinutes(1);

    private final Schedule schedule;
    private final ReplayTarget target;
    private final ReplayOptions options;
    private final InstantSource clock;
    private final StopSignal stop;
    private final StepListener steps;

    public ReplayRun(
            Schedule schedule,
            ReplayTarget target,
            ReplayOptions options,
            InstantSource clock,
            StopSignal stop,
            StepListener steps) {
        this.schedule = schedule;
        this.target = target;
        this.options = options;
        this.clock = clock;
        this.stop = stop;
        this.steps = steps;
    }

    /**
     * Sends all that is left; ends early where the stop signal is given.
     *
     * @param listener gets the account before the first message, a few times a second, and at the end
     * @throws ReplayFailure where the replay cannot go on; the progress is kept
     */
    public Account run(ProgressFile file, Consumer<Account> listener) throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build()) {
            Sender sender = new Sender(client, options.patience(), clock, stop);
            ApiClient api = new ApiClient(target, options.patience().answer());
            Preparation preparation = new Preparation(api, sender);
            Identities identities =
                    new Identities(preparation.tenant(), target.channel().name());
            SavedReplay saved = begun(preparation, identities, file);
            return deliver(saved, file, listener, sender, route(api, identities));
        }
    }

    private SavedReplay begun(Preparation preparation, Identities identities, ProgressFile file)
            throws InterruptedException {
        Optional<SavedReplay> before = file.read();
        SavedReplay saved = before.isPresent() && goesOn(before.get(), preparation, identities)
                ? before.get()
                : planned(preparation, identities);
        if (saved.calendarSent()) {
            return saved;
        }
        file.write(saved);
        preparation.send(saved.plan(), identities, saved.plannedAt(), preparedAt());
        SavedReplay prepared = saved.withCalendarSent();
        file.write(prepared);
        return prepared;
    }

    /** Whether the progress is of this schedule and of a system that still has what was sent to it. */
    private boolean goesOn(SavedReplay saved, Preparation preparation, Identities identities)
            throws InterruptedException {
        String witness = saved.account().witness();
        return saved.isOf(Schedule.VERSION, identities.tenant(), schedule.size())
                && (witness == null || preparation.knows(identities, witness));
    }

    private SavedReplay planned(Preparation preparation, Identities identities) throws InterruptedException {
        Map<Hotel, House> houses = House.of(schedule.reservations());
        for (House house : houses.values()) {
            preparation.define(house, identities, preparedAt());
        }
        NeededRooms needed = NeededRooms.of(schedule, WINDOW_COUNTED);
        CalendarPlan plan = preparation.plan(needed, houses.keySet(), identities);
        return SavedReplay.planned(Schedule.VERSION, identities.tenant(), schedule.size(), clock.instant(), plan);
    }

    private Account deliver(
            SavedReplay saved, ProgressFile file, Consumer<Account> listener, Sender sender, Route route)
            throws InterruptedException {
        Window window = new Window(WINDOW, saved.account());
        Pace pace = new Pace(options.perSecond(), clock, stop);
        Delivery delivery = new Delivery(schedule, route, sender, window, pace, stop, steps);
        listener.accept(saved.account());
        try (ScheduledExecutorService reports = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> reporting = reports.scheduleWithFixedDelay(
                    () -> report(saved, window.account(), file, listener),
                    BETWEEN_REPORTS.toMillis(),
                    BETWEEN_REPORTS.toMillis(),
                    TimeUnit.MILLISECONDS);
            try {
                delivery.run();
            } finally {
                reporting.cancel(false);
            }
        } finally {
            report(saved, window.account(), file, listener);
        }
        return window.account();
    }

    private static void report(SavedReplay saved, Account account, ProgressFile file, Consumer<Account> listener) {
        file.write(saved.with(account));
        listener.accept(account);
    }

    private Route route(ApiClient api, Identities identities) {
        ApiRoute desk = new ApiRoute(api, identities);
        return switch (options.through()) {
            case API -> desk;
            case ALPINEBITS ->
                new AlpineBitsRoute(target, options.patience().answer(), new AlpineBitsXml(XmlLimits.STANDARD), desk);
        };
    }

    private Instant preparedAt() {
        return schedule.steps().getFirst().at().minus(PREPARED_BEFORE);
    }
}
