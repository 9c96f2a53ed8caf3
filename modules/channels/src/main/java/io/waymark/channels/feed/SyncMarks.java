package io.waymark.channels.feed;

import io.waymark.inventory.ChangedDays;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The dates that channels have to be told about. However often a date changes before it is told, it stands here once: that
 * is how changes flow together. A mark is taken away only if the date has not changed since it was read.
 */
public final class SyncMarks implements ChangedDays {

    private static final int MOST_ROOM_TYPES = 32;

    private static final String FOLLOW = """
            insert into channel_sync_mark as m (tenant, connection, room_type_id, date, again, version)
            select d.tenant, c.name, d.room_type_id, d.date, false, nextval('channel_sync_mark_version')
              from unnest(?::text[], ?::text[], ?::date[]) as d (tenant, room_type_id, date)
              join channel_connection c on c.tenant = d.tenant and c.partner_url is not null
             order by d.tenant, c.name, d.room_type_id, d.date
            on conflict (tenant, connection, room_type_id, date) do update
               set version = excluded.version, not_before = null""";

    private static final String AGAIN = """
            insert into channel_sync_mark as m (tenant, connection, room_type_id, date, again, version)
            select ?, ?, ?, day::date, ?, nextval('channel_sync_mark_version')
              from generate_series(?::timestamp, ?::timestamp - interval '1 day', interval '1 day') as day
             order by day
            on conflict (tenant, connection, room_type_id, date) do update
               set version = excluded.version, again = m.again or excluded.again, not_before = null""";

    /** A date of a room type that a channel has to be told about. */
    record Mark(LocalDate date, boolean again, long version) {}

    private final Database database;

    public SyncMarks(Database database) {
        this.database = database;
    }

    @Override
    public void changed(Connection connection, List<ChangedDay> days) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FOLLOW)) {
            insert.setArray(
                    1, texts(connection, days.stream().map(ChangedDay::tenant).toList()));
            insert.setArray(
                    2,
                    texts(connection, days.stream().map(ChangedDay::roomTypeId).toList()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "date",
                            days.stream().map(day -> Date.valueOf(day.date())).toArray()));
            insert.executeUpdate();
        }
    }

    /** Marks dates for one channel, to be told whatever the channel acknowledged before where {@code again} says so. */
    public CompletionStage<Integer> mark(
            Tenant tenant, String connection, String roomTypeId, DateRange dates, boolean again) {
        return database.async(database -> mark(database, tenant.id(), connection, roomTypeId, dates, again));
    }

    static int mark(
            Connection database, String tenant, String connection, String roomTypeId, DateRange dates, boolean again)
            throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(AGAIN)) {
            insert.setString(1, tenant);
            insert.setString(2, connection);
            insert.setString(3, roomTypeId);
            insert.setBoolean(4, again);
            insert.setString(5, dates.from().toString());
            insert.setString(6, dates.to().toString());
            return insert.executeUpdate();
        }
    }

    /** Room types with something to tell, those that wait longest first. */
    CompletionStage<List<String>> due(Tenant tenant, String connection, Collection<String> except) {
        return database.async(database -> {
            try (PreparedStatement select = database.prepareStatement("""
                    select room_type_id from channel_sync_mark
                     where tenant = ? and connection = ? and room_type_id <> all (?)
                       and (not_before is null or not_before <= clock_timestamp())
                     group by room_type_id order by min(marked_at), room_type_id limit ?""")) {
                select.setString(1, tenant.id());
                select.setString(2, connection);
                select.setArray(3, texts(database, except));
                select.setInt(4, MOST_ROOM_TYPES);
                List<String> due = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        due.add(row.getString(1));
                    }
                }
                return due;
            }
        });
    }

    /** The first dates of a room type that are due. */
    CompletionStage<List<Mark>> load(Tenant tenant, String connection, String roomTypeId, int limit) {
        return database.async(database -> {
            try (PreparedStatement select = database.prepareStatement("""
                    select date, again, version from channel_sync_mark
                     where tenant = ? and connection = ? and room_type_id = ?
                       and (not_before is null or not_before <= clock_timestamp())
                     order by date limit ?""")) {
                select.setString(1, tenant.id());
                select.setString(2, connection);
                select.setString(3, roomTypeId);
                select.setInt(4, limit);
                List<Mark> marks = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        marks.add(new Mark(row.getObject(1, LocalDate.class), row.getBoolean(2), row.getLong(3)));
                    }
                }
                return marks;
            }
        });
    }

    /**
     * The marks were carried out: they go, unless the date has changed since.
     *
     * @param until null to let them go; otherwise they rest until then, and come back
     */
    CompletionStage<Integer> settle(
            Tenant tenant, String connection, String roomTypeId, List<Mark> marks, @Nullable Instant until) {
        return database.async(database -> {
            String statement = until == null
                    ? "delete from channel_sync_mark m using "
                    : "update channel_sync_mark m set not_before = ?, again = true from ";
            try (PreparedStatement settle = database.prepareStatement(statement + """
                    unnest(?::date[], ?::bigint[]) as done (date, version)
                     where m.tenant = ? and m.connection = ? and m.room_type_id = ?
                       and m.date = done.date and m.version = done.version""")) {
                int column = 0;
                if (until != null) {
                    settle.setTimestamp(++column, Timestamp.from(until));
                }
                settle.setArray(
                        ++column,
                        database.createArrayOf(
                                "date",
                                marks.stream()
                                        .map(mark -> Date.valueOf(mark.date()))
                                        .toArray()));
                settle.setArray(
                        ++column,
                        database.createArrayOf(
                                "bigint", marks.stream().map(Mark::version).toArray()));
                settle.setString(++column, tenant.id());
                settle.setString(++column, connection);
                settle.setString(++column, roomTypeId);
                return settle.executeUpdate();
            }
        });
    }

    private static java.sql.Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
