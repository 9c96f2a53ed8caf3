package io.waymark.runtime.journal;

import io.waymark.events.Envelope;
import io.waymark.events.Event;
import io.waymark.events.JournalCodec;
import io.waymark.events.JournalPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the journal from a position on, in the order in which nothing can appear behind the reader.
 *
 * <p>Rows of transactions that are still running, or that began after one that is, are left for the next read. So a gap in
 * {@code ordering} means nothing and is never waited for; one long write transaction in the journal's database delays every
 * reader.
 */
public final class JournalTail {

    /**
     * The same rule as in the pipeline's source; see docs/ARCHITECTURE.md. The order names the table's column: a bare {@code
     * tx_id} would be the text of the select list, in which 1000 comes before 999.
     */
    private static final String NEXT = next("");

    private static final String NEXT_UNTIL = next("and (tx_id, ordering) <= (?::xid8, ?)");

    private static final JournalCodec CODEC = new JournalCodec();

    private JournalTail() {}

    private static String next(String until) {
        return """
            select tx_id::text as tx, ordering, persistence_id, sequence_number, write_timestamp, event_ser_manifest, event_payload
              from event_journal
             where (tx_id, ordering) > (?::xid8, ?) %s
               and tx_id < (select tail_horizon())
               and slice between ? and ?
             order by event_journal.tx_id, ordering
             limit ?""".formatted(until);
    }

    /**
     * A piece of the journal.
     *
     * @param rows events that this release knows
     * @param last position of the last row, known or not; the start of the next read
     * @param size number of rows, known or not
     */
    public record Batch(List<JournalRow> rows, JournalPosition last, int size) {}

    /** At most {@code limit} rows of these slices behind the position. */
    public static Batch next(Connection connection, JournalPosition after, int firstSlice, int lastSlice, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            bind(statement, 1, after);
            return read(statement, 3, firstSlice, lastSlice, limit, after);
        }
    }

    /** The same, but no row behind {@code until}. */
    public static Batch next(
            Connection connection,
            JournalPosition after,
            JournalPosition until,
            int firstSlice,
            int lastSlice,
            int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT_UNTIL)) {
            bind(statement, 1, after);
            bind(statement, 3, until);
            return read(statement, 5, firstSlice, lastSlice, limit, after);
        }
    }

    private static void bind(PreparedStatement statement, int first, JournalPosition position) throws SQLException {
        statement.setString(first, Long.toUnsignedString(position.txId()));
        statement.setLong(first + 1, position.ordering());
    }

    private static Batch read(
            PreparedStatement statement, int first, int firstSlice, int lastSlice, int limit, JournalPosition after)
            throws SQLException {
        statement.setInt(first, firstSlice);
        statement.setInt(first + 1, lastSlice);
        statement.setInt(first + 2, limit);
        try (ResultSet result = statement.executeQuery()) {
            return read(result, after);
        }
    }

    private static Batch read(ResultSet result, JournalPosition after) throws SQLException {
        List<JournalRow> rows = new ArrayList<>();
        JournalPosition last = after;
        int size = 0;
        while (result.next()) {
            last = new JournalPosition(Long.parseUnsignedLong(result.getString(1)), result.getLong(2));
            size++;
            String name = result.getString(6);
            var envelope = CODEC.decode(name, result.getBytes(7));
            if (envelope.isPresent()) {
                Envelope<Event> known = envelope.get();
                rows.add(new JournalRow(last, result.getString(3), result.getLong(4), result.getLong(5), name, known));
            }
        }
        return new Batch(rows, last, size);
    }
}
