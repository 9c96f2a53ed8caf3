package io.waymark.runtime.projection.rebuild;

import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.RebuildFailure;
import io.waymark.runtime.database.RebuildLock;
import io.waymark.runtime.projection.Projection;
import io.waymark.runtime.projection.SliceRange;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Makes a projection's read model anew from the beginning of the journal while the live one goes on serving and following,
 * and puts it in its place. A run that dies leaves what it had made, and the next goes on from there.
 *
 * <p>It needs the database alone; nodes need not be told, nor be there.
 */
public final class ProjectionRebuild {

    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(500);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final int TRIES = 400;
    private static final int SPARE_CONNECTIONS = 2;

    private final Database.Address address;
    private final Projection projection;
    private final InstantSource clock;
    private final Consumer<RebuildProgress> listener;

    public ProjectionRebuild(
            Database.Address address, Projection projection, InstantSource clock, Consumer<RebuildProgress> listener) {
        this.address = address;
        this.projection = projection;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Rebuilds and exchanges.
     *
     * @param fromStart whether to throw away what an earlier run has left
     * @return how far it came, which is all
     * @throws RebuildFailure where it cannot; the live read model is as it was
     */
    public RebuildProgress run(boolean fromStart) throws SQLException, InterruptedException {
        try (Database plain = Database.open("rebuild-lock", address, SPARE_CONNECTIONS);
                RebuildLock lock = RebuildLock.take(plain, projection.name())) {
            Map<SliceRange, Long> live = new SecondGeneration(plain, projection).live();
            if (live.isEmpty()) {
                throw new RebuildFailure(projection.name() + " has never run here: start a node first.");
            }
            // The exchange commits to disk, and with it all that came before it.
            try (Database database = Database.open(
                    "rebuild",
                    address,
                    live.size() + SPARE_CONNECTIONS,
                    SecondGeneration.searchPath(projection),
                    "synchronous_commit=off")) {
                SecondGeneration second = new SecondGeneration(database, projection);
                second.prepare(fromStart);
                return new Run(second, List.copyOf(live.keySet()), lock, second.events(), clock.instant()).toTheEnd();
            }
        }
    }

    /** One run over all ranges. */
    private final class Run {

        private final SecondGeneration second;
        private final List<SliceRange> ranges;
        private final RebuildLock lock;
        private final long before;
        private final Instant started;
        private final AtomicLong events;

        Run(SecondGeneration second, List<SliceRange> ranges, RebuildLock lock, long before, Instant started) {
            this.second = second;
            this.ranges = ranges;
            this.lock = lock;
            this.before = before;
            this.started = started;
            this.events = new AtomicLong(before);
        }

        RebuildProgress toTheEnd() throws SQLException, InterruptedException {
            for (int tries = 0; tries < TRIES; tries++) {
                follow();
                second.analyze();
                lock.requireHeld();
                if (second.exchange(ranges)) {
                    second.dropRetired();
                    long all = live();
                    return new RebuildProgress(projection.name(), before, all, all, running());
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
            throw new RebuildFailure(projection.name()
                    + " is made anew, but its tables are never free to be exchanged: end whatever reads them for long"
                    + " (select * from pg_stat_activity) and run this again.");
        }

        /** Comes as near to the live read model as it can without stopping it. */
        private void follow() throws SQLException, InterruptedException {
            try (ExecutorService threads = Executors.newFixedThreadPool(ranges.size())) {
                List<Future<?>> followers = new ArrayList<>();
                ranges.forEach(range -> followers.add(threads.submit(() -> {
                    int rows = second.step(range);
                    while (rows > 0 && !Thread.currentThread().isInterrupted()) {
                        events.addAndGet(rows);
                        rows = second.step(range);
                    }
                    return rows;
                })));
                try {
                    for (Future<?> follower : followers) {
                        await(follower);
                    }
                } finally {
                    threads.shutdownNow();
                }
            }
        }

        private void await(Future<?> follower) throws SQLException, InterruptedException {
            while (true) {
                try {
                    follower.get(BETWEEN_REPORTS.toMillis(), TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException e) {
                    listener.accept(new RebuildProgress(projection.name(), before, events.get(), live(), running()));
                } catch (ExecutionException e) {
                    switch (e.getCause()) {
                        case SQLException cause -> throw cause;
                        case RuntimeException cause -> throw cause;
                        case null, default -> throw new IllegalStateException(e);
                    }
                }
            }
        }

        private long live() throws SQLException {
            return second.live().values().stream().mapToLong(Long::longValue).sum();
        }

        private Duration running() {
            return Duration.between(started, clock.instant());
        }
    }
}
