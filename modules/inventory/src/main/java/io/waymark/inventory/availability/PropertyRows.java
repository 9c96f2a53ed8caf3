package io.waymark.inventory.availability;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.waymark.events.EventJson;
import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.runtime.journal.JournalRow;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Properties as last described. */
final class PropertyRows {

    private PropertyRows() {}

    static void apply(Connection connection, List<JournalRow> rows) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into inventory_property
                    (tenant, property_id, revision, code, name, place, currency, time_zone, room_types)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (tenant, property_id) do update set
                    revision = excluded.revision, code = excluded.code, name = excluded.name, place = excluded.place,
                    currency = excluded.currency, time_zone = excluded.time_zone, room_types = excluded.room_types""")) {
            for (JournalRow row : LastRows.of(rows)) {
                PropertyDefined property = (PropertyDefined) row.event();
                upsert.setString(1, row.tenant().id());
                upsert.setString(2, row.entityId());
                upsert.setLong(3, row.revision());
                upsert.setString(4, property.code());
                upsert.setString(5, property.name());
                upsert.setString(6, property.place());
                upsert.setString(7, property.currency().getCurrencyCode());
                upsert.setString(8, property.timeZone().getId());
                upsert.setString(9, json(property));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static String json(PropertyDefined property) {
        try {
            return EventJson.MAPPER.writeValueAsString(property.roomTypes());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
