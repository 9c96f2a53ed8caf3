package io.waymark.inventory.availability;

import io.waymark.inventory.Day;
import io.waymark.inventory.availability.Availability.DatedDay;
import io.waymark.inventory.availability.Availability.RoomTypeDays;
import io.waymark.inventory.availability.Availability.RoomTypeEntry;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** Reads the dates of room types from the read model. */
public final class Availabilities {

    private static final String ROOM_TYPES = """
            select room_type_id, revision, property_id, code, name, max_guests from inventory_room_type
             where tenant = ? and (property_id = ? or room_type_id = ?) order by code""";

    private static final String DAYS = """
            select room_type_id, date, capacity, allowance, closed, min_stay, closed_to_arrival, closed_to_departure,
                   sold, held
              from inventory_day
             where tenant = ? and room_type_id = any (?) and date >= ? and date < ?
             order by room_type_id, date""";

    private static final Day UNKNOWN = new Day(0, 0, false, 0, false, false, 0, 0);

    private final Database database;
    private final InstantSource clock;

    public Availabilities(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Every room type of the property with every date of the range, by code; empty where there is no such property. */
    public CompletionStage<List<RoomTypeDays>> ofProperty(Tenant tenant, String propertyId, DateRange dates) {
        return database.async(
                connection -> withDays(connection, tenant, roomTypes(connection, tenant, propertyId), dates));
    }

    /** The room types of the tenant, at most this many. */
    public CompletionStage<List<String>> roomTypeIds(Tenant tenant, int limit) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select room_type_id from inventory_room_type where tenant = ? order by room_type_id limit ?")) {
                select.setString(1, tenant.id());
                select.setInt(2, limit);
                List<String> ids = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        ids.add(row.getString(1));
                    }
                }
                return ids;
            }
        });
    }

    /** One room type with every date of the range. */
    public CompletionStage<Optional<RoomTypeDays>> ofRoomType(Tenant tenant, String roomTypeId, DateRange dates) {
        return database.async(
                connection -> withDays(connection, tenant, roomTypes(connection, tenant, roomTypeId), dates).stream()
                        .findFirst());
    }

    /** How many rooms of a type are taken, by date; a date that is missing has none. */
    public CompletionStage<SortedMap<LocalDate, Integer>> occupied(Tenant tenant, String roomTypeId, DateRange dates) {
        return database.async(connection -> {
            SortedMap<LocalDate, Integer> occupied = new TreeMap<>();
            days(connection, tenant, List.of(roomTypeId), dates)
                    .getOrDefault(roomTypeId, Map.of())
                    .forEach((date, day) -> occupied.put(date, day.sold() + day.held()));
            return occupied;
        });
    }

    /** The tenant's today, as an instant: when the latest of all that is known happened. */
    public CompletionStage<Instant> now(Tenant tenant) {
        return database.async(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select occurred_at from inventory_today where tenant = ?")) {
                select.setString(1, tenant.id());
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return clock.instant();
                    }
                    Timestamp latest = row.getTimestamp(1);
                    return latest.toInstant();
                }
            }
        });
    }

    /** Those of the property of this id, or the one of this id. */
    private static List<RoomTypeEntry> roomTypes(Connection connection, Tenant tenant, String id) throws SQLException {
        List<RoomTypeEntry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ROOM_TYPES)) {
            select.setString(1, tenant.id());
            select.setString(2, id);
            select.setString(3, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new RoomTypeEntry(
                            row.getString(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getInt(6)));
                }
            }
        }
        return entries;
    }

    private static List<RoomTypeDays> withDays(
            Connection connection, Tenant tenant, List<RoomTypeEntry> roomTypes, DateRange dates) throws SQLException {
        Map<String, Map<LocalDate, Day>> days = days(
                connection,
                tenant,
                roomTypes.stream().map(RoomTypeEntry::roomTypeId).toList(),
                dates);
        return roomTypes.stream()
                .map(roomType ->
                        new RoomTypeDays(roomType, every(dates, days.getOrDefault(roomType.roomTypeId(), Map.of()))))
                .toList();
    }

    private static List<DatedDay> every(DateRange dates, Map<LocalDate, Day> days) {
        return dates.dates()
                .map(date -> new DatedDay(date, days.getOrDefault(date, UNKNOWN)))
                .toList();
    }

    private static Map<String, Map<LocalDate, Day>> days(
            Connection connection, Tenant tenant, List<String> roomTypeIds, DateRange dates) throws SQLException {
        Map<String, Map<LocalDate, Day>> days = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(DAYS)) {
            select.setString(1, tenant.id());
            select.setArray(2, connection.createArrayOf("text", roomTypeIds.toArray()));
            select.setObject(3, dates.from());
            select.setObject(4, dates.to());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                            .put(row.getObject(2, LocalDate.class), day(row));
                }
            }
        }
        return days;
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                row.getInt(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getInt(6),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getInt(9),
                row.getInt(10));
    }
}
