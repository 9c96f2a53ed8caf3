package io.waymark.inventory.availability;

import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.inventory.ChangedDays.ChangedDay;
import io.waymark.runtime.journal.JournalRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was said about dates; what a change leaves out stays as it was. */
final class CalendarRows {

    private static final String UPSERT = """
            insert into inventory_day as d
                (tenant, room_type_id, date, capacity, allowance, closed, min_stay, closed_to_arrival, closed_to_departure)
            select c.tenant, c.room_type_id, day::date, coalesce(c.capacity, 0), coalesce(c.allowance, 0),
                   coalesce(c.closed, false), coalesce(c.min_stay, 0),
                   coalesce(c.closed_to_arrival, false), coalesce(c.closed_to_departure, false)
              from (select ? as tenant, ? as room_type_id, ?::integer as capacity, ?::integer as allowance,
                           ?::boolean as closed, ?::integer as min_stay, ?::boolean as closed_to_arrival,
                           ?::boolean as closed_to_departure) as c
              cross join generate_series(?::timestamp, ?::timestamp - interval '1 day', interval '1 day') as day
            on conflict (tenant, room_type_id, date) do update set
                capacity = coalesce(?, d.capacity), allowance = coalesce(?, d.allowance),
                closed = coalesce(?, d.closed), min_stay = coalesce(?, d.min_stay),
                closed_to_arrival = coalesce(?, d.closed_to_arrival),
                closed_to_departure = coalesce(?, d.closed_to_departure)""";

    private CalendarRows() {}

    /** Writes them and says which dates that were. */
    static Set<ChangedDay> apply(Connection connection, List<JournalRow> rows) throws SQLException {
        Set<ChangedDay> changed = new LinkedHashSet<>();
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (JournalRow row : rows) {
                if (row.event() instanceof CalendarChanged(List<CalendarChange> changes)) {
                    for (CalendarChange change : changes) {
                        bind(upsert, row, change);
                        upsert.addBatch();
                        change.dates()
                                .dates()
                                .forEach(date ->
                                        changed.add(new ChangedDay(row.tenant().id(), row.entityId(), date)));
                    }
                }
            }
            upsert.executeBatch();
        }
        return changed;
    }

    private static void bind(PreparedStatement upsert, JournalRow row, CalendarChange change) throws SQLException {
        upsert.setString(1, row.tenant().id());
        upsert.setString(2, row.entityId());
        bindValues(upsert, 3, change);
        upsert.setString(9, change.dates().from().toString());
        upsert.setString(10, change.dates().to().toString());
        bindValues(upsert, 11, change);
    }

    private static void bindValues(PreparedStatement upsert, int first, CalendarChange change) throws SQLException {
        upsert.setObject(first, change.capacity(), Types.INTEGER);
        upsert.setObject(first + 1, change.allowance(), Types.INTEGER);
        upsert.setObject(first + 2, change.closed(), Types.BOOLEAN);
        upsert.setObject(first + 3, change.minStay(), Types.INTEGER);
        upsert.setObject(first + 4, change.closedToArrival(), Types.BOOLEAN);
        upsert.setObject(first + 5, change.closedToDeparture(), Types.BOOLEAN);
    }
}
