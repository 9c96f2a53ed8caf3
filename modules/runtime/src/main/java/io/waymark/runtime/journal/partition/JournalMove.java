package io.waymark.runtime.journal.partition;

import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.RebuildFailure;
import io.waymark.runtime.database.RebuildLock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Copies the journal into a table of so many partitions, in the order of the tail, compares every row, and exchanges the
 * tables in one transaction that keeps writers waiting for a moment. Positions, numbers and transactions of rows stay, so
 * nobody who follows the journal notices. The journal of before is kept.
 */
public final class JournalMove {

    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(500);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final int TRIES = 400;
    private static final int CONNECTIONS = 2;

    private final Database.Address address;
    private final int partitions;
    private final InstantSource clock;
    private final Consumer<MoveProgress> listener;

    public JournalMove(Database.Address address, int partitions, InstantSource clock, Consumer<MoveProgress> listener) {
        this.address = address;
        this.partitions = partitions;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Moves it.
     *
     * @return how many events were moved
     * @throws RebuildFailure where it cannot; the journal is as it was
     */
    public MoveProgress run() throws SQLException {
        try (Database plain = Database.open("journal-lock", address, CONNECTIONS);
                RebuildLock lock = RebuildLock.take(plain, "journal");
                // The exchange commits to disk, and with it all that came before it.
                Database database = Database.open("journal-move", address, CONNECTIONS, "synchronous_commit=off")) {
            JournalCopy copy = new JournalCopy(database, partitions);
            copy.prepare();
            return move(copy, lock);
        }
    }

    private MoveProgress move(JournalCopy copy, RebuildLock lock) throws SQLException {
        Instant started = clock.instant();
        long before = copy.events();
        copyAll(copy, before, started);
        copy.requireEqual();
        for (int tries = 0; tries < TRIES; tries++) {
            copyAll(copy, before, started);
            lock.requireHeld();
            if (copy.exchange()) {
                long events = copy.total();
                return new MoveProgress(before, events, events, Duration.between(started, clock.instant()));
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        throw new RebuildFailure("The journal is copied, but never free to be exchanged: end whatever reads it for long"
                + " (select * from pg_stat_activity) and run this again.");
    }

    private void copyAll(JournalCopy copy, long before, Instant started) throws SQLException {
        long events = copy.events();
        long total = copy.estimate();
        Instant reported = clock.instant();
        int rows;
        do {
            rows = copy.step();
            events += rows;
            Instant now = clock.instant();
            if (Duration.between(reported, now).compareTo(BETWEEN_REPORTS) >= 0) {
                reported = now;
                listener.accept(
                        new MoveProgress(before, events, Math.max(events, total), Duration.between(started, now)));
            }
        } while (rows > 0);
    }
}
