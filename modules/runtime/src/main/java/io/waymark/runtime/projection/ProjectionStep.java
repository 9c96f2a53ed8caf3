package io.waymark.runtime.projection;

import io.waymark.events.JournalPosition;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.journal.JournalRow;
import io.waymark.runtime.journal.JournalTail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of one worker: the next events, their effect on the read model and the new position, all or nothing. */
final class ProjectionStep {

    private static final int BATCH = 500;

    private final Database database;
    private final Projection projection;
    private final SliceRange slices;

    ProjectionStep(Database database, Projection projection, SliceRange slices) {
        this.database = database;
        this.projection = projection;
        this.slices = slices;
    }

    /**
     * Reads and applies one batch.
     *
     * <p>The position's row is locked first: while a worker moves from one node to another two may run for a moment, and the
     * second then goes on where the first has committed.
     *
     * @return the number of rows read; less than a full batch where the end of the journal is reached
     */
    int run() throws SQLException {
        return database.transact(connection -> {
            JournalPosition position = lockPosition(connection);
            JournalTail.Batch batch = JournalTail.next(connection, position, slices.first(), slices.last(), BATCH);
            if (batch.size() == 0) {
                return 0;
            }
            projection.apply(connection, batch.rows());
            savePosition(connection, batch);
            return batch.size();
        });
    }

    boolean full(int rows) {
        return rows == BATCH;
    }

    /** Notes that the worker failed, so that the reason is shown; the position stays. */
    void noteFailure(@Nullable String failure) throws SQLException {
        database.transact(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    update projection_position set failure = ?, updated_at = clock_timestamp()
                     where projection = ? and first_slice = ? and failure is distinct from ?""")) {
                statement.setString(1, failure);
                statement.setString(2, projection.name());
                statement.setInt(3, slices.first());
                statement.setString(4, failure);
                return statement.executeUpdate();
            }
        });
    }

    private JournalPosition lockPosition(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into projection_position (projection, first_slice, last_slice) values (?, ?, ?)
                on conflict do nothing""")) {
            insert.setString(1, projection.name());
            insert.setInt(2, slices.first());
            insert.setInt(3, slices.last());
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement("""
                select tx_id::text, ordering, last_slice from projection_position
                 where projection = ? and first_slice = ? for update""")) {
            select.setString(1, projection.name());
            select.setInt(2, slices.first());
            try (ResultSet result = select.executeQuery()) {
                result.next();
                if (result.getInt(3) != slices.last()) {
                    throw new IllegalStateException(
                            projection.name() + " was cut into other slice ranges before: rebuild it");
                }
                return new JournalPosition(Long.parseUnsignedLong(result.getString(1)), result.getLong(2));
            }
        }
    }

    private void savePosition(Connection connection, JournalTail.Batch batch) throws SQLException {
        List<JournalRow> rows = batch.rows();
        try (PreparedStatement statement = connection.prepareStatement("""
                update projection_position
                   set tx_id = ?::xid8, ordering = ?, events = events + ?, failure = null,
                       event_time = coalesce(?, event_time), updated_at = clock_timestamp()
                 where projection = ? and first_slice = ?""")) {
            statement.setString(1, Long.toUnsignedString(batch.last().txId()));
            statement.setLong(2, batch.last().ordering());
            statement.setInt(3, batch.size());
            statement.setTimestamp(
                    4, rows.isEmpty() ? null : new Timestamp(rows.getLast().writtenAtMillis()));
            statement.setString(5, projection.name());
            statement.setInt(6, slices.first());
            statement.executeUpdate();
        }
    }
}
