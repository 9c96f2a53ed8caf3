package io.waymark.launcher.verify;

import io.waymark.events.Envelope;
import io.waymark.events.Event;
import io.waymark.events.JournalCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One pass over the whole journal, entity by entity, each in the order of its events. */
final class JournalScan {

    private static final int FETCH = 2_000;

    private static final JournalCodec CODEC = new JournalCodec();

    private JournalScan() {}

    /** One row; {@code envelope} is empty where this release does not know the event. */
    @SuppressWarnings("ArrayRecordComponent") // passed on to the readers of this one pass and never compared
    record Row(String persistenceId, long revision, String name, byte[] payload, Optional<Envelope<Event>> envelope) {}

    /** Looks at every row. */
    interface Reader {
        void read(Row row);
    }

    static long run(Connection connection, List<? extends Reader> readers) throws SQLException {
        connection.setAutoCommit(false);
        long rows = 0;
        try (PreparedStatement select = connection.prepareStatement("""
                select persistence_id, sequence_number, event_ser_manifest, event_payload
                  from event_journal order by persistence_id, sequence_number""")) {
            select.setFetchSize(FETCH);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    byte[] payload = result.getBytes(4);
                    Row row = new Row(
                            result.getString(1),
                            result.getLong(2),
                            result.getString(3),
                            payload,
                            CODEC.decode(result.getString(3), payload));
                    readers.forEach(reader -> reader.read(row));
                    rows++;
                }
            }
        }
        connection.rollback();
        return rows;
    }
}
