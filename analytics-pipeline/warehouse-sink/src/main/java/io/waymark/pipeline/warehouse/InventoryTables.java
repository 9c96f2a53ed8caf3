package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.warehouse.InventoryChange.Day;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@code fact_inventory_day}, and the room type itself where no property has described it yet. */
final class InventoryTables implements WarehouseTable<InventoryChange> {

    private record RoomTypeDay(InventoryChange roomType, Day day) {}

    private static final Upsert<InventoryChange> ROOM_TYPE = Upsert.<InventoryChange>into("dim_room_type")
            .key("tenant", "text", InventoryChange::tenant)
            .key("room_type_id", "text", InventoryChange::roomTypeId)
            .column("property_id", "text", InventoryChange::propertyId)
            .column("code", "text", InventoryChange::roomTypeCode)
            .column("name", "text", InventoryChange::roomTypeName)
            .column("version", "bigint", change -> 0L)
            .keepingExisting();

    private static final Upsert<RoomTypeDay> DAY = Upsert.<RoomTypeDay>into("fact_inventory_day")
            .key("tenant", "text", row -> row.roomType().tenant())
            .key("room_type_id", "text", row -> row.roomType().roomTypeId())
            .key("date", "date", row -> row.day().date())
            .column("property_id", "text", row -> row.roomType().propertyId())
            .column("capacity", "integer", row -> row.day().capacity())
            .column("allowance", "integer", row -> row.day().allowance())
            .column("closed", "boolean", row -> row.day().closed())
            .column("min_stay", "integer", row -> row.day().minStay())
            .column("closed_to_arrival", "boolean", row -> row.day().closedToArrival())
            .column("closed_to_departure", "boolean", row -> row.day().closedToDeparture())
            .column("version", "bigint", row -> row.roomType().version())
            .replacingOlder("version");

    @Override
    public void write(Connection connection, List<InventoryChange> batch) throws SQLException {
        ROOM_TYPE.write(connection, batch);
        DAY.write(connection, List.copyOf(newestDays(batch)));
    }

    private static Collection<RoomTypeDay> newestDays(List<InventoryChange> batch) {
        Map<String, RoomTypeDay> newest = new TreeMap<>();
        for (InventoryChange change : batch) {
            for (Day day : change.days()) {
                String key = change.tenant() + change.roomTypeId() + day.date();
                newest.merge(key, new RoomTypeDay(change, day), InventoryTables::newer);
            }
        }
        return newest.values();
    }

    private static RoomTypeDay newer(RoomTypeDay a, RoomTypeDay b) {
        return b.roomType().version() >= a.roomType().version() ? b : a;
    }
}
