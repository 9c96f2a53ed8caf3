package io.waymark.inventory.availability;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.inventory.Allocation;
import io.waymark.inventory.Allocation.Proposal;
import io.waymark.inventory.AllocationLife;
import io.waymark.inventory.ChangedDays.ChangedDay;
import io.waymark.inventory.Occupancy;
import io.waymark.kernel.DateRange;
import io.waymark.runtime.journal.JournalRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who has taken which rooms, and what that makes of the counts of each day. */
final class AllocationRows {

    private record Key(String tenant, String roomType, String holdId) {}

    private record DayKey(String tenant, String roomType, LocalDate date) implements Comparable<DayKey> {

        /** Days are written in one order, so that two writers never wait for each other. */
        @Override
        public int compareTo(DayKey other) {
            int byRoomType = (tenant + roomType).compareTo(other.tenant + other.roomType);
            return byRoomType != 0 ? byRoomType : date.compareTo(other.date);
        }
    }

    private final Connection connection;
    private final Map<Key, Allocation> allocations;
    private final Set<Key> changed = new LinkedHashSet<>();
    private final Map<DayKey, Occupancy> days = new TreeMap<>();

    private AllocationRows(Connection connection, Map<Key, Allocation> allocations) {
        this.connection = connection;
        this.allocations = allocations;
    }

    /** Writes them and says which dates have more or fewer rooms taken; a hold that becomes a sale changes none. */
    static List<ChangedDay> apply(Connection connection, List<JournalRow> rows) throws SQLException {
        Set<Key> keys = new LinkedHashSet<>();
        rows.forEach(row -> key(row).ifPresent(keys::add));
        if (keys.isEmpty()) {
            return List.of();
        }
        AllocationRows batch = new AllocationRows(connection, load(connection, keys));
        rows.forEach(batch::take);
        batch.writeDays();
        batch.writeAllocations();
        batch.deleteAllocations();
        return batch.days.entrySet().stream()
                .filter(day -> day.getValue().sold() + day.getValue().held() != 0)
                .map(day -> new ChangedDay(
                        day.getKey().tenant(),
                        day.getKey().roomType(),
                        day.getKey().date()))
                .toList();
    }

    private void take(JournalRow row) {
        key(row).ifPresent(key -> {
            @Nullable Allocation before = allocations.get(key);
            @Nullable Allocation after = AllocationLife.after(before, (RoomTypeEvent) row.event());
            Occupancy.differences(before, after)
                    .forEach((date, difference) ->
                            days.merge(new DayKey(key.tenant, key.roomType, date), difference, Occupancy::plus));
            if (after == null) {
                allocations.remove(key);
            } else {
                allocations.put(key, after);
            }
            changed.add(key);
        });
    }

    private static Optional<Key> key(JournalRow row) {
        return AllocationLife.holdId((RoomTypeEvent) row.event())
                .map(holdId -> new Key(row.tenant().id(), row.entityId(), holdId));
    }

    private static Map<Key, Allocation> load(Connection connection, Set<Key> keys) throws SQLException {
        Map<Key, Allocation> allocations = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select tenant, room_type_id, hold_id, arrival, departure, rooms, expires_at,
                       proposed_arrival, proposed_departure, proposed_rooms
                  from inventory_allocation
                  join unnest(?::text[], ?::text[], ?::text[]) as wanted (tenant, room_type_id, hold_id)
                 using (tenant, room_type_id, hold_id)""")) {
            select.setArray(1, texts(connection, keys.stream().map(Key::tenant).toArray()));
            select.setArray(
                    2, texts(connection, keys.stream().map(Key::roomType).toArray()));
            select.setArray(3, texts(connection, keys.stream().map(Key::holdId).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    allocations.put(new Key(row.getString(1), row.getString(2), row.getString(3)), allocation(row));
                }
            }
        }
        return allocations;
    }

    private static java.sql.Array texts(Connection connection, Object[] texts) throws SQLException {
        return connection.createArrayOf("text", texts);
    }

    private static Allocation allocation(ResultSet row) throws SQLException {
        DateRange nights = new DateRange(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class));
        @Nullable Timestamp expiresAt = row.getTimestamp(7);
        @Nullable LocalDate proposedArrival = row.getObject(8, LocalDate.class);
        @Nullable
        Proposal proposal = proposedArrival == null
                ? null
                : new Proposal(new DateRange(proposedArrival, row.getObject(9, LocalDate.class)), row.getInt(10));
        return new Allocation(nights, row.getInt(6), expiresAt == null ? null : expiresAt.toInstant(), proposal);
    }

    private void writeDays() throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into inventory_day as d (tenant, room_type_id, date, sold, held) values (?, ?, ?, ?, ?)
                on conflict (tenant, room_type_id, date) do update set
                    sold = d.sold + excluded.sold, held = d.held + excluded.held""")) {
            for (Map.Entry<DayKey, Occupancy> day : days.entrySet()) {
                upsert.setString(1, day.getKey().tenant());
                upsert.setString(2, day.getKey().roomType());
                upsert.setObject(3, day.getKey().date());
                upsert.setInt(4, day.getValue().sold());
                upsert.setInt(5, day.getValue().held());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private void writeAllocations() throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into inventory_allocation
                    (tenant, room_type_id, hold_id, arrival, departure, rooms, expires_at,
                     proposed_arrival, proposed_departure, proposed_rooms)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant, room_type_id, hold_id) do update set
                    arrival = excluded.arrival, departure = excluded.departure, rooms = excluded.rooms,
                    expires_at = excluded.expires_at, proposed_arrival = excluded.proposed_arrival,
                    proposed_departure = excluded.proposed_departure, proposed_rooms = excluded.proposed_rooms""")) {
            for (Key key : changed) {
                @Nullable Allocation allocation = allocations.get(key);
                if (allocation != null) {
                    bind(upsert, key, allocation);
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        }
    }

    private static void bind(PreparedStatement upsert, Key key, Allocation allocation) throws SQLException {
        upsert.setString(1, key.tenant());
        upsert.setString(2, key.roomType());
        upsert.setString(3, key.holdId());
        upsert.setObject(4, allocation.nights().from());
        upsert.setObject(5, allocation.nights().to());
        upsert.setInt(6, allocation.rooms());
        upsert.setTimestamp(7, allocation.expiresAt() == null ? null : Timestamp.from(allocation.expiresAt()));
        @Nullable Proposal proposed = allocation.proposed();
        upsert.setObject(8, proposed == null ? null : proposed.nights().from(), Types.DATE);
        upsert.setObject(9, proposed == null ? null : proposed.nights().to(), Types.DATE);
        upsert.setObject(10, proposed == null ? null : proposed.rooms(), Types.INTEGER);
    }

    private void deleteAllocations() throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from inventory_allocation where tenant = ? and room_type_id = ? and hold_id = ?")) {
            for (Key key : changed) {
                if (!allocations.containsKey(key)) {
                    delete.setString(1, key.tenant());
                    delete.setString(2, key.roomType());
                    delete.setString(3, key.holdId());
                    delete.addBatch();
                }
            }
            delete.executeBatch();
        }
    }
}
