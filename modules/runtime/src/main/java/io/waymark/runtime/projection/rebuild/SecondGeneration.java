package io.waymark.runtime.projection.rebuild;

import io.waymark.events.JournalPosition;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.RebuildFailure;
import io.waymark.runtime.journal.JournalTail;
import io.waymark.runtime.projection.Positions;
import io.waymark.runtime.projection.Projection;
import io.waymark.runtime.projection.SliceRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The read model that is being made: copies of the projection's tables, and of the table of positions, in a schema of their
 * own that stands before {@code public} in the search path. So the projection's own code fills it without knowing.
 *
 * <p>It never reads further than the live one has: what it holds is at every moment what the live one held at some moment
 * before, and when both stand at the same positions they can be exchanged without touching any position.
 */
final class SecondGeneration {

    private static final String POSITIONS = "projection_position";
    private static final int BATCH = 500;

    /** Longer than a step of a live worker. */
    private static final String WORKERS_LIMIT = "5s";

    /** Shorter than the server waits before it looks for a deadlock: we give way to readers, never they to us. */
    private static final String READERS_LIMIT = "250ms";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Database database;
    private final Projection projection;
    private final String schema;
    private final String retired;

    /** Opened by {@link #searchPath}. */
    SecondGeneration(Database database, Projection projection) {
        this.database = database;
        this.projection = projection.silent();
        this.schema = schema(projection);
        this.retired = schema.replaceFirst("rebuild", "retired");
    }

    /** The setting that connections of the database need. */
    static String searchPath(Projection projection) {
        return "search_path=" + schema(projection) + ",public";
    }

    private static String schema(Projection projection) {
        return "rebuild_" + projection.name().replace('-', '_');
    }

    /** How many events the live read model has applied, by range; empty where it never ran. */
    Map<SliceRange, Long> live() throws SQLException {
        return database.transact(connection -> events(connection, "public"));
    }

    /** How many events this generation has applied. */
    long events() throws SQLException {
        return database.transact(connection -> events(connection, schema).values().stream()
                .mapToLong(Long::longValue)
                .sum());
    }

    /** Goes on with what an earlier run has left, if that still fits, and starts anew otherwise. */
    void prepare(boolean fromStart) throws SQLException {
        dropRetired();
        database.transact(connection -> {
            if (fromStart || !fits(connection)) {
                try (Statement create = connection.createStatement()) {
                    create.execute("drop schema if exists " + schema + " cascade");
                    create.execute("create schema " + schema);
                }
                TableCopy.make(connection, POSITIONS, schema);
                for (String table : projection.tables()) {
                    TableCopy.make(connection, table, schema);
                }
            }
            return schema;
        });
    }

    /** Applies the next events of these slices that the live read model has applied; how many that were. */
    int step(SliceRange slices) throws SQLException {
        return database.transact(connection -> {
            int rows = apply(connection, slices, livePosition(connection, slices));
            requireNothingElseWritten(connection);
            return rows;
        });
    }

    /** So that the planner knows the new tables from the first question on. */
    void analyze() throws SQLException {
        database.autocommit(connection -> {
            try (Statement analyze = connection.createStatement()) {
                for (String table : projection.tables()) {
                    analyze.execute("analyze " + schema + "." + table);
                }
            }
            return schema;
        });
    }

    /**
     * Stops the live workers for a moment, applies what is left and exchanges the tables, all in one transaction.
     *
     * @return false where somebody read for too long; nothing has changed then
     */
    boolean exchange(List<SliceRange> ranges) throws SQLException {
        try {
            database.transact(connection -> {
                settings(connection, WORKERS_LIMIT);
                Map<SliceRange, JournalPosition> stopped = new LinkedHashMap<>();
                for (SliceRange range : ranges) {
                    stopped.put(range, stop(connection, range));
                }
                for (Map.Entry<SliceRange, JournalPosition> range : stopped.entrySet()) {
                    while (apply(connection, range.getKey(), range.getValue()) > 0) {
                        // Until the new generation stands where the live one was stopped.
                    }
                }
                requireNothingElseWritten(connection);
                settings(connection, READERS_LIMIT);
                exchangeTables(connection);
                return stopped;
            });
            return true;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Deletes what was live before the exchange, now or in a run that died; not what others have built on it. */
    void dropRetired() throws SQLException {
        try {
            database.transact(connection -> {
                try (Statement drop = connection.createStatement()) {
                    for (String table : projection.tables()) {
                        drop.execute("drop table if exists " + retired + "." + table);
                    }
                    drop.execute("drop schema if exists " + retired);
                }
                return retired;
            });
        } catch (SQLException e) {
            throw new RebuildFailure(
                    "The tables of " + projection.name() + " of before cannot be deleted; drop the schema " + retired
                            + " by hand: " + e.getMessage(),
                    e);
        }
    }

    private int apply(Connection connection, SliceRange slices, JournalPosition until) throws SQLException {
        JournalPosition position = Positions.lock(connection, projection.name(), slices);
        JournalTail.Batch batch = JournalTail.next(connection, position, until, slices.first(), slices.last(), BATCH);
        if (batch.size() > 0) {
            projection.apply(connection, batch.rows());
            Positions.save(connection, projection.name(), slices, batch);
        }
        return batch.size();
    }

    private JournalPosition livePosition(Connection connection, SliceRange slices) throws SQLException {
        return position(connection, slices, "");
    }

    private JournalPosition stop(Connection connection, SliceRange slices) throws SQLException {
        return position(connection, slices, " for update");
    }

    private JournalPosition position(Connection connection, SliceRange slices, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select tx_id::text, ordering from public.projection_position
                 where projection = ? and first_slice = ? and last_slice = ?""" + lock)) {
            select.setString(1, projection.name());
            select.setInt(2, slices.first());
            select.setInt(3, slices.last());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new RebuildFailure(
                            projection.name() + " was cut into other slice ranges meanwhile: start again.");
                }
                return new JournalPosition(Long.parseUnsignedLong(row.getString(1)), row.getLong(2));
            }
        }
    }

    private void exchangeTables(Connection connection) throws SQLException {
        if (!sameShapes(connection)) {
            throw new RebuildFailure("The tables of " + projection.name()
                    + " were altered meanwhile: start again with --from-start, by the release that altered them.");
        }
        try (Statement execute = connection.createStatement()) {
            execute.execute("lock table "
                    + projection.tables().stream()
                            .map(table -> "public." + table)
                            .collect(Collectors.joining(", "))
                    + " in access exclusive mode");
            execute.execute("create schema " + retired);
            for (String table : projection.tables()) {
                move(connection, table, "public", retired);
                move(connection, table, schema, "public");
            }
            execute.execute("drop table " + schema + "." + POSITIONS);
            execute.execute("drop schema " + schema);
        }
    }

    /** With its partitions, where it has any. */
    private static void move(Connection connection, String table, String from, String to) throws SQLException {
        List<String> all = new ArrayList<>(List.of(table));
        try (PreparedStatement select = connection.prepareStatement("""
                select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                 where i.inhparent = to_regclass(format('%I.%I', ?::text, ?::text))""")) {
            select.setString(1, from);
            select.setString(2, table);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(row.getString(1));
                }
            }
        }
        try (Statement execute = connection.createStatement()) {
            for (String one : all) {
                execute.execute("alter table " + from + "." + one + " set schema " + to);
            }
        }
    }

    private boolean fits(Connection connection) throws SQLException {
        return !TableCopy.shape(connection, schema, POSITIONS).isEmpty()
                && sameShapes(connection)
                && events(connection, "public")
                        .keySet()
                        .containsAll(events(connection, schema).keySet());
    }

    private boolean sameShapes(Connection connection) throws SQLException {
        for (String table : projection.tables()) {
            if (!TableCopy.shape(connection, schema, table).equals(TableCopy.shape(connection, "public", table))) {
                return false;
            }
        }
        return true;
    }

    private Map<SliceRange, Long> events(Connection connection, String of) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select first_slice, last_slice, events from " + of
                + "." + POSITIONS + " where projection = ? order by first_slice")) {
            select.setString(1, projection.name());
            Map<SliceRange, Long> events = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.put(new SliceRange(row.getInt(1), row.getInt(2)), row.getLong(3));
                }
            }
            return events;
        }
    }

    /** A table that the projection forgot to name would be written to where it is live. */
    private void requireNothingElseWritten(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("""
                        select relname from pg_stat_xact_user_tables
                         where schemaname = 'public' and n_tup_ins + n_tup_upd + n_tup_del > 0 limit 1""")) {
            if (row.next()) {
                throw new RebuildFailure(projection.name() + " also writes to " + row.getString(1)
                        + ", which is not among its tables: it cannot be rebuilt.");
            }
        }
    }

    private static void settings(Connection connection, String lockLimit) throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute("set local synchronous_commit = on");
            set.execute("set local lock_timeout = '" + lockLimit + "'");
        }
    }
}
