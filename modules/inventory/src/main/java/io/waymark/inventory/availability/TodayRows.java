package io.waymark.inventory.availability;

import io.waymark.runtime.journal.JournalRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest business time of each tenant. */
final class TodayRows {

    private TodayRows() {}

    static void apply(Connection connection, List<JournalRow> rows) throws SQLException {
        Map<String, Instant> latest = new TreeMap<>();
        rows.forEach(row -> latest.merge(row.tenant().id(), row.meta().occurredAt(), (a, b) -> a.isAfter(b) ? a : b));
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into inventory_today (tenant, occurred_at) values (?, ?)
                on conflict (tenant) do update set occurred_at = excluded.occurred_at
                 where inventory_today.occurred_at < excluded.occurred_at""")) {
            for (Map.Entry<String, Instant> tenant : latest.entrySet()) {
                upsert.setString(1, tenant.getKey());
                upsert.setTimestamp(2, Timestamp.from(tenant.getValue()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
