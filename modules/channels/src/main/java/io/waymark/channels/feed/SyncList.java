package io.waymark.channels.feed;

import io.waymark.events.channels.ChannelSyncEvent;
import io.waymark.events.channels.ChannelSyncEvent.DivergenceFound;
import io.waymark.events.channels.ChannelSyncEvent.Failure;
import io.waymark.events.channels.ChannelSyncEvent.MessageAcknowledged;
import io.waymark.events.channels.ChannelSyncEvent.MessageFailed;
import io.waymark.events.channels.ChannelSyncEvent.RoomsOffered;
import io.waymark.events.channels.ChannelSyncEvent.SyncOpened;
import io.waymark.events.channels.ChannelSyncEvent.TermsOffered;
import io.waymark.events.channels.RatePlanEvent;
import io.waymark.events.channels.RatePlanEvent.RatePlanDefined;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.journal.JournalRow;
import io.waymark.runtime.projection.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How far each channel knows of each room type: a projection of the journal, and what is asked of it. */
public final class SyncList implements Projection {

    public static final String NAME = "channel-sync";

    private final Database database;
    private final boolean marking;

    public SyncList(Database database) {
        this(database, true);
    }

    private SyncList(Database database, boolean marking) {
        this.database = database;
        this.marking = marking;
    }

    /**
     * A room type on one channel.
     *
     * @param waitingDates dates that the channel has yet to be told about
     * @param diverged dates on which the channel said that it has something else, when we last asked and it did
     */
    public record Entry(
            String id,
            String connection,
            String propertyId,
            String hotelCode,
            String roomTypeId,
            String roomTypeCode,
            long revision,
            long messages,
            long failures,
            int failuresInARow,
            @Nullable String lastFailure,
            @Nullable Instant retryAt,
            int underWay,
            int waitingDates,
            @Nullable Instant waitingSince,
            int rejectedDates,
            @Nullable String rejection,
            int diverged,
            long divergences,
            @Nullable Instant divergedAt,
            @Nullable Instant acknowledgedAt) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("channel_sync");
    }

    @Override
    public Projection silent() {
        return new SyncList(database, false);
    }

    @Override
    public void apply(Connection connection, List<JournalRow> rows) throws SQLException {
        for (JournalRow row : rows) {
            if (row.event() instanceof ChannelSyncEvent event) {
                apply(connection, row, event);
            } else if (marking && row.event() instanceof RatePlanEvent event) {
                pricesChanged(connection, row, event);
            }
        }
    }

    /** The room types that a connection has told its channel about. */
    CompletionStage<List<String>> roomTypes(Tenant tenant, String name) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select room_type_id from channel_sync where tenant = ? and connection = ? order by room_type_id")) {
                select.setString(1, tenant.id());
                select.setString(2, name);
                List<String> roomTypes = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        roomTypes.add(row.getString(1));
                    }
                }
                return roomTypes;
            }
        });
    }

    /**
     * The syncs of a tenant, by connection, hotel and room type.
     *
     * @param name of one connection only; null for all
     */
    public CompletionStage<List<Entry>> entries(
            Tenant tenant, @Nullable String name, @Nullable String roomTypeId, @Nullable String after, int limit) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select s.*, w.dates, w.since
                      from channel_sync s
                      left join lateral (
                          select count(*) as dates, min(marked_at) as since from channel_sync_mark m
                           where m.tenant = s.tenant and m.connection = s.connection
                             and m.room_type_id = s.room_type_id) w on true
                     where s.tenant = ? and (? or s.connection = ?) and (? or s.room_type_id = ?)
                       and (? or (s.connection, s.hotel_code, s.room_type_code, s.id) >
                           (select connection, hotel_code, room_type_code, id from channel_sync
                             where tenant = s.tenant and id = ?))
                     order by s.connection, s.hotel_code, s.room_type_code, s.id limit ?""")) {
                select.setString(1, tenant.id());
                select.setBoolean(2, name == null);
                select.setString(3, name);
                select.setBoolean(4, roomTypeId == null);
                select.setString(5, roomTypeId);
                select.setBoolean(6, after == null);
                select.setString(7, after);
                select.setInt(8, limit);
                List<Entry> entries = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        entries.add(entry(row));
                    }
                }
                return entries;
            }
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("id"),
                row.getString("connection"),
                row.getString("property_id"),
                row.getString("hotel_code"),
                row.getString("room_type_id"),
                row.getString("room_type_code"),
                row.getLong("revision"),
                row.getLong("messages"),
                row.getLong("failures"),
                row.getInt("failures_in_a_row"),
                row.getString("last_failure"),
                instant(row, "retry_at"),
                row.getInt("under_way"),
                row.getInt("dates"),
                instant(row, "since"),
                row.getInt("rejected"),
                row.getString("rejection"),
                row.getInt("diverged"),
                row.getLong("divergences"),
                instant(row, "diverged_at"),
                instant(row, "acknowledged_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static void apply(Connection connection, JournalRow row, ChannelSyncEvent event) throws SQLException {
        switch (event) {
            case SyncOpened opened -> open(connection, row, opened);
            case RoomsOffered offered ->
                update(connection, row, "messages = messages + 1, under_way = under_way + 1", null, null);
            case TermsOffered offered ->
                update(connection, row, "messages = messages + 1, under_way = under_way + 1", null, null);
            case MessageAcknowledged acknowledged ->
                update(
                        connection,
                        row,
                        "under_way = greatest(0, under_way - 1), failures_in_a_row = 0, last_failure = null,"
                                + " retry_at = null, diverged = 0, acknowledged_at = written.at,"
                                + " rejected = " + rejected(acknowledged) + ", rejection = ?",
                        acknowledged.reason(),
                        null);
            case MessageFailed failed ->
                update(
                        connection,
                        row,
                        "under_way = 0, last_failure = ?, retry_at = ?, "
                                + (failed.failure() == Failure.LIMITED
                                        ? "failures = failures"
                                        : "failures = failures + 1, failures_in_a_row = failures_in_a_row + 1"),
                        failed.reason(),
                        failed.retryAt());
            case DivergenceFound found ->
                update(
                        connection,
                        row,
                        "divergences = divergences + 1, diverged_at = written.at, diverged = "
                                + found.dates().size(),
                        null,
                        null);
        }
    }

    private static long rejected(MessageAcknowledged acknowledged) {
        return acknowledged.rejected().stream().mapToLong(DateRange::days).sum();
    }

    private static void open(Connection connection, JournalRow row, SyncOpened opened) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into channel_sync (id, tenant, connection, property_id, hotel_code, room_type_id, room_type_code,
                    revision, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")) {
            insert.setString(1, row.entityId());
            insert.setString(2, row.tenant().id());
            insert.setString(3, opened.connection());
            insert.setString(4, opened.propertyId());
            insert.setString(5, opened.hotelCode());
            insert.setString(6, opened.roomTypeId());
            insert.setString(7, opened.roomTypeCode());
            insert.setLong(8, row.revision());
            insert.setTimestamp(9, new Timestamp(row.writtenAtMillis()));
            insert.executeUpdate();
        }
    }

    /** Only constants of ours stand in {@code what}; what others said is bound. */
    private static void update(
            Connection connection, JournalRow row, String what, @Nullable String text, @Nullable Instant at)
            throws SQLException {
        long parameters = what.chars().filter(letter -> letter == '?').count();
        try (PreparedStatement update = connection.prepareStatement(
                "update channel_sync set " + what + ", revision = ?, updated_at = written.at"
                        + " from (select ?::timestamptz as at) written where id = ?")) {
            int column = 0;
            if (parameters > 0) {
                update.setString(++column, text);
            }
            if (parameters > 1) {
                update.setTimestamp(++column, at == null ? null : Timestamp.from(at));
            }
            update.setLong(++column, row.revision());
            update.setTimestamp(++column, new Timestamp(row.writtenAtMillis()));
            update.setString(++column, row.entityId());
            update.executeUpdate();
        }
    }

    /** A plan that changed marks every date ahead of the property's room types for the connections that carry it. */
    private static void pricesChanged(Connection connection, JournalRow row, RatePlanEvent event) throws SQLException {
        // Another projection keeps the list of plans, and may not know a new one yet: the event itself does.
        @Nullable RatePlanDefined defined = event instanceof RatePlanDefined definition ? definition : null;
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into channel_sync_mark as m (tenant, connection, room_type_id, date, again, version)
                select s.tenant, s.connection, s.room_type_id, day::date, false, nextval('channel_sync_mark_version')
                  from (select ? as code, ? as property_id where ?
                        union all select code, property_id from rate_plan where id = ? and not ?) p
                  join channel_connection c on c.tenant = ? and c.rate_plan = p.code and c.partner_url is not null
                  join channel_sync s on s.tenant = c.tenant and s.connection = c.name
                   and s.property_id = p.property_id
                  cross join generate_series(
                      (select date_trunc('day', ?::timestamptz at time zone 'UTC')),
                      (select date_trunc('day', ?::timestamptz at time zone 'UTC')) + c.days_ahead * interval '1 day',
                      interval '1 day') as day
                 order by s.tenant, s.connection, s.room_type_id, day
                on conflict (tenant, connection, room_type_id, date) do update
                   set version = excluded.version, not_before = null""")) {
            Timestamp from = Timestamp.from(row.meta().occurredAt());
            insert.setString(1, defined == null ? null : defined.terms().code());
            insert.setString(2, defined == null ? null : defined.propertyId());
            insert.setBoolean(3, defined != null);
            insert.setString(4, row.entityId());
            insert.setBoolean(5, defined != null);
            insert.setString(6, row.tenant().id());
            insert.setTimestamp(7, from);
            insert.setTimestamp(8, from);
            insert.executeUpdate();
        }
    }
}
