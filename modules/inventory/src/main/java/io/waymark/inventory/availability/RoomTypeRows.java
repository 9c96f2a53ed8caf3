package io.waymark.inventory.availability;

import io.waymark.events.inventory.RoomTypeEvent.RoomTypeOpened;
import io.waymark.runtime.journal.JournalRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Room types as last described, with the number of their events so far. */
final class RoomTypeRows {

    private RoomTypeRows() {}

    static void apply(Connection connection, List<JournalRow> rows) throws SQLException {
        describe(connection, rows);
        count(connection, rows);
    }

    private static void describe(Connection connection, List<JournalRow> rows) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into inventory_room_type
                    (tenant, room_type_id, revision, property_id, property_code, code, name, max_guests)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant, room_type_id) do update set
                    property_id = excluded.property_id, property_code = excluded.property_code,
                    code = excluded.code, name = excluded.name, max_guests = excluded.max_guests""")) {
            List<JournalRow> openings = rows.stream()
                    .filter(row -> row.event() instanceof RoomTypeOpened)
                    .toList();
            for (JournalRow row : LastRows.of(openings)) {
                if (row.event() instanceof RoomTypeOpened opened) {
                    upsert.setString(1, row.tenant().id());
                    upsert.setString(2, row.entityId());
                    upsert.setLong(3, row.revision());
                    upsert.setString(4, opened.propertyId());
                    upsert.setString(5, opened.propertyCode());
                    upsert.setString(6, opened.code());
                    upsert.setString(7, opened.name());
                    upsert.setInt(8, opened.maxGuests());
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        }
    }

    private static void count(Connection connection, List<JournalRow> rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update inventory_room_type set revision = ? where tenant = ? and room_type_id = ?")) {
            for (JournalRow row : LastRows.of(rows)) {
                update.setLong(1, row.revision());
                update.setString(2, row.tenant().id());
                update.setString(3, row.entityId());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
