package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.warehouse.PropertyChange.RoomType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@code dim_property} and {@code dim_room_type}. A room type that is no longer offered stays, for its past. */
final class PropertyTables implements WarehouseTable<PropertyChange> {

    private record OfferedRoomType(PropertyChange property, RoomType roomType) {}

    private static final Upsert<PropertyChange> PROPERTY = Upsert.<PropertyChange>into("dim_property")
            .key("tenant", "text", PropertyChange::tenant)
            .key("property_id", "text", PropertyChange::propertyId)
            .column("code", "text", PropertyChange::code)
            .column("name", "text", PropertyChange::name)
            .column("place", "text", PropertyChange::place)
            .column("currency", "text", PropertyChange::currency)
            .column("time_zone", "text", PropertyChange::timeZone)
            .column("version", "bigint", PropertyChange::version)
            .replacingOlder("version");

    private static final Upsert<OfferedRoomType> ROOM_TYPE = Upsert.<OfferedRoomType>into("dim_room_type")
            .key("tenant", "text", offered -> offered.property().tenant())
            .key("room_type_id", "text", offered -> offered.roomType().roomTypeId())
            .column("property_id", "text", offered -> offered.property().propertyId())
            .column("code", "text", offered -> offered.roomType().code())
            .column("name", "text", offered -> offered.roomType().name())
            .column("max_guests", "integer", offered -> offered.roomType().maxGuests())
            .column("version", "bigint", offered -> offered.property().version())
            .replacingOlder("version");

    @Override
    public void write(Connection connection, List<PropertyChange> batch) throws SQLException {
        Collection<PropertyChange> newest = newest(batch);
        PROPERTY.write(connection, List.copyOf(newest));
        ROOM_TYPE.write(connection, roomTypes(newest));
    }

    private static Collection<PropertyChange> newest(List<PropertyChange> batch) {
        Map<String, PropertyChange> newest = new TreeMap<>();
        for (PropertyChange change : batch) {
            String key = change.tenant() + change.propertyId();
            newest.merge(key, change, (a, b) -> b.version() >= a.version() ? b : a);
        }
        return newest.values();
    }

    private static List<OfferedRoomType> roomTypes(Collection<PropertyChange> properties) {
        return properties.stream()
                .flatMap(property ->
                        property.roomTypes().stream().map(roomType -> new OfferedRoomType(property, roomType)))
                .sorted(Comparator.comparing(offered -> offered.roomType().roomTypeId()))
                .toList();
    }
}
