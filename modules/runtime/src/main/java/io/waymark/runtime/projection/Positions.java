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
        if (!exists(connection, projection, slices)) {
            split(connection, projection, slices);
        }
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

    private static boolean exists(Connection connection, String projection, SliceRange slices) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select 1 from projection_position where projection = ? and first_slice = ? and last_slice = ?""")) {
            select.setString(1, projection);
            select.setInt(2, slices.first());
            select.setInt(3, slices.last());
            try (ResultSet result = select.executeQuery()) {
                return result.next();
            }
        }
    }

    /**
     * Cuts a wider range that holds this one into ranges of this size, all at its position: so a projection can be given more
     * workers. Workers of the wider cut, on nodes of before, fail from then on.
     */
    private static void split(Connection connection, String projection, SliceRange slices) throws SQLException {
        int size = slices.last() - slices.first() + 1;
        try (PreparedStatement split = connection.prepareStatement("""
                with wide as (
                    select * from projection_position
                     where projection = ? and first_slice <= ? and last_slice >= ? and last_slice - first_slice >= ?
                       for update),
                narrowed as (
                    update projection_position p set last_slice = p.first_slice + ? - 1
                      from wide where p.projection = wide.projection and p.first_slice = wide.first_slice)
                insert into projection_position (projection, first_slice, last_slice, tx_id, ordering, event_time)
                select wide.projection, first, first + ? - 1, wide.tx_id, wide.ordering, wide.event_time
                  from wide, generate_series(wide.first_slice + ?, wide.last_slice, ?) first""")) {
            split.setString(1, projection);
            split.setInt(2, slices.first());
            split.setInt(3, slices.last());
            for (int column = 4; column <= 8; column++) {
                split.setInt(column, size);
            }
            split.executeUpdate();
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
