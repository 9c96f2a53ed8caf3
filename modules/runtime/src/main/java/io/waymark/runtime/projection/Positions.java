package io.waymark.runtime.projection;

import io.waymark.events.JournalPosition;
import io.waymark.runtime.journal.JournalRow;
import io.waymark.runtime.journal.JournalTail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/**
 * How far a projection has read, by range of slices: the table {@code projection_position} of whatever schema comes first in
 * the connection's search path.
 */
public final class Positions {

    private Positions() {}

    /** Keeps everybody else from moving this position until the end of the transaction, and says where it is. */
    public static JournalPosition lock(Connection connection, String projection, SliceRange slices)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into projection_position (projection, first_slice, last_slice) values (?, ?, ?)
                on conflict do nothing""")) {
            insert.setString(1, projection);
            insert.setInt(2, slices.first());
            insert.setInt(3, slices.last());
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement("""
                select tx_id::text, ordering, last_slice from projection_position
                 where projection = ? and first_slice = ? for update""")) {
            select.setString(1, projection);
            select.setInt(2, slices.first());
            try (ResultSet result = select.executeQuery()) {
                result.next();
                if (result.getInt(3) != slices.last()) {
                    throw new IllegalStateException(projection + " was cut into other slice ranges before");
                }
                return new JournalPosition(Long.parseUnsignedLong(result.getString(1)), result.getLong(2));
            }
        }
    }

    /** Moves the position behind a batch. */
    public static void save(Connection connection, String projection, SliceRange slices, JournalTail.Batch batch)
            throws SQLException {
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
            statement.setString(5, projection);
            statement.setInt(6, slices.first());
            statement.executeUpdate();
        }
    }
}
