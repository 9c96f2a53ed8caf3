package io.waymark.runtime.projection;

import io.waymark.runtime.journal.JournalRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which entities owe the outside a step, of all kinds; {@link Waker} looks after those that owe one for too long. */
public final class PendingSteps implements Projection {

    @Override
    public String name() {
        return "pending-steps";
    }

    @Override
    public List<String> tables() {
        return List.of("pending_step");
    }

    @Override
    public void apply(Connection connection, List<JournalRow> rows) throws SQLException {
        Map<String, JournalRow> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(row.persistenceId(), row));
        settle(connection, last);
        owe(connection, last);
    }

    private static void settle(Connection connection, Map<String, JournalRow> last) throws SQLException {
        String[] settled = last.values().stream()
                .filter(row -> !row.meta().pending())
                .map(JournalRow::persistenceId)
                .toArray(String[]::new);
        try (PreparedStatement delete =
                connection.prepareStatement("delete from pending_step where persistence_id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("text", settled));
            delete.executeUpdate();
        }
    }

    private static void owe(Connection connection, Map<String, JournalRow> last) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into pending_step (persistence_id, revision, since) values (?, ?, ?)
                on conflict (persistence_id) do update set revision = excluded.revision, since = excluded.since""")) {
            for (JournalRow row : last.values()) {
                if (row.meta().pending()) {
                    upsert.setString(1, row.persistenceId());
                    upsert.setLong(2, row.revision());
                    upsert.setTimestamp(3, new Timestamp(row.writtenAtMillis()));
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        }
    }
}
