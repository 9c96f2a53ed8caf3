package io.waymark.pipeline.source;

import io.waymark.events.JournalPosition;
import io.waymark.pipeline.stream.Positioned;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The tail rule in SQL: rows behind a position, oldest transaction first, of transactions older than every one that is
 * still running.
 *
 * <p>A sequence number is drawn before its transaction commits, so reading by number alone misses late commits. Below
 * {@code tail_horizon()}, which the journal's schema defines, nothing can appear any more.
 */
final class TailQuery<T extends Positioned> implements AutoCloseable {

    /** A row and its slice. */
    record Sliced<T>(T row, int slice) {}

    private static final int TX_ID = 1;
    private static final int ORDERING = 2;
    private static final int SLICE = 3;

    /** The planner must not settle on a plan made while the table was empty. */
    private static final String ALWAYS_PLAN = "set plan_cache_mode = force_custom_plan";

    /** The server's time, unless a transaction is running whose rows may still come. */
    private static final String QUIET_TIME = """
        select clock_timestamp()
        from pg_current_snapshot() snapshot
        where tail_horizon() = pg_snapshot_xmax(snapshot)""";

    private static final String REACHED = "select ?::text::xid8 <= pg_snapshot_xmax(pg_current_snapshot())";

    private final TailedTable<T> table;
    private final int batch;
    private final Connection connection;
    private final PreparedStatement rows;
    private final PreparedStatement quietTime;
    private final PreparedStatement reached;

    TailQuery(Database database, TailedTable<T> table, int batch) throws SQLException {
        this.table = table;
        this.batch = batch;
        this.connection = database.connect("waymark-tail-" + table.name());
        connection.setReadOnly(true);
        try (Statement setting = connection.createStatement()) {
            setting.execute(ALWAYS_PLAN);
        }
        this.rows = connection.prepareStatement(sql(table));
        this.quietTime = connection.prepareStatement(QUIET_TIME);
        this.reached = connection.prepareStatement(REACHED);
    }

    /** Reads on behind {@code position}, of these slices only. */
    List<Sliced<T>> after(JournalPosition position, Collection<Integer> slices) throws SQLException {
        rows.setString(1, Long.toUnsignedString(position.txId()));
        rows.setLong(2, position.ordering());
        rows.setArray(3, connection.createArrayOf("integer", slices.toArray()));
        rows.setInt(4, batch);
        List<Sliced<T>> found = new ArrayList<>();
        try (ResultSet result = rows.executeQuery()) {
            while (result.next()) {
                T row = table.read(result, result.getLong(TX_ID), result.getLong(ORDERING));
                found.add(new Sliced<>(row, result.getInt(SLICE)));
            }
        }
        return found;
    }

    /** A time before which everything is committed and visible to the next query; empty while writers are at work. */
    Optional<Instant> quietTime() throws SQLException {
        try (ResultSet result = quietTime.executeQuery()) {
            return result.next()
                    ? Optional.of(result.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        }
    }

    /** Whether this database has come as far as {@code position}; otherwise that is a position of another database. */
    boolean hasReached(JournalPosition position) throws SQLException {
        reached.setString(1, Long.toUnsignedString(position.txId()));
        try (ResultSet result = reached.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Orders by the columns themselves: by the name of a computed one, no index would serve. */
    private static String sql(TailedTable<?> table) {
        return """
            select tail.tx_id::text::bigint as transaction_number, tail.ordering, %2$s, %3$s
            from %1$s tail
            where (tail.tx_id, tail.ordering) > (?::text::xid8, ?)
              and tail.tx_id < (select tail_horizon())
              and %2$s = any(?)
            order by tail.tx_id, tail.ordering
            limit ?""".formatted(table.name(), table.slice(), table.columns());
    }
}
