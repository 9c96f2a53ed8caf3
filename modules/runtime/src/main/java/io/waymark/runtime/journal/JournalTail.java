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
 * {@code ordering} means nothing and is never waited for; one long write transaction delays every reader.
 */
public final class JournalTail {

    /**
     * The same rule as in the pipeline's source; see docs/ARCHITECTURE.md. The order names the table's column: a bare {@code
     * tx_id} would be the text of the select list, in which 1000 comes before 999.
     */
    private static final String NEXT = """
            select tx_id::text as tx, ordering, persistence_id, sequence_number, write_timestamp, event_ser_manifest, event_payload
              from event_journal
             where (tx_id, ordering) > (?::xid8, ?)
               and tx_id < pg_snapshot_xmin(pg_current_snapshot())
               and slice between ? and ?
             order by event_journal.tx_id, ordering
             limit ?""";

    private static final JournalCodec CODEC = new JournalCodec();

    private JournalTail() {}

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
            statement.setString(1, Long.toUnsignedString(after.txId()));
            statement.setLong(2, after.ordering());
            statement.setInt(3, firstSlice);
            statement.setInt(4, lastSlice);
            statement.setInt(5, limit);
            try (ResultSet result = statement.executeQuery()) {
                return read(result, after);
            }
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
