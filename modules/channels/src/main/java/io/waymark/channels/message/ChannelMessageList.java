package io.waymark.channels.message;

import io.waymark.channels.booking.ChannelBookings;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What is asked of the channel messages: pages of them, newest first, and single ones. */
public final class ChannelMessageList {

    private static final String COLUMNS = """
            select ordering, id, connection, action, direction, hotel_code, remote_ids, outcome, http_status, error_code,
                   reason, bytes, duration_micros, occurred_at, received_at, request_id
              from channel_message
             where tenant = ?
            """;

    private final Database database;

    public ChannelMessageList(Database database) {
        this.database = database;
    }

    /** Which messages are wanted; empty lists and null stand for all. */
    public record Filter(
            List<String> outcomes,
            List<String> actions,
            List<String> connections,
            @Nullable String remoteId) {

        public Filter {
            outcomes = List.copyOf(outcomes);
            actions = List.copyOf(actions);
            connections = List.copyOf(connections);
        }
    }

    /** A message as the API shows it. */
    public record View(
            String id,
            String connection,
            String action,
            String direction,
            @Nullable String hotelCode,
            List<String> remoteIds,
            List<Named> channelBookings,
            String outcome,
            int httpStatus,
            @Nullable String errorCode,
            @Nullable String reason,
            long bytes,
            long durationMicros,
            Instant occurredAt,
            Instant receivedAt,
            String requestId) {}

    /** What a reservation of the channel became here. */
    public record Named(String remoteId, String id) {}

    /** A message and its place in the list. */
    public record Placed(long ordering, View view) {}

    /**
     * The newest messages that the filter lets through.
     *
     * @param before only messages before this place; null for the newest
     */
    public CompletionStage<List<Placed>> page(Tenant tenant, Filter filter, @Nullable Long before, int limit) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + """
                    and ordering < ? and (? or outcome = any (?)) and (? or action = any (?))
                    and (? or connection = any (?)) and (? or remote_ids @> array[?]::text[])
                    order by ordering desc limit ?""")) {
                int column = 0;
                select.setString(++column, tenant.id());
                select.setLong(++column, before == null ? Long.MAX_VALUE : before);
                for (List<String> wanted : List.of(filter.outcomes(), filter.actions(), filter.connections())) {
                    select.setBoolean(++column, wanted.isEmpty());
                    select.setArray(++column, connection.createArrayOf("text", wanted.toArray()));
                }
                select.setBoolean(++column, filter.remoteId() == null);
                select.setString(++column, filter.remoteId());
                select.setInt(++column, limit);
                return rows(tenant, select);
            }
        });
    }

    /** The message with this id; empty where the tenant has none. */
    public CompletionStage<Optional<View>> find(Tenant tenant, String id) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "and id = ?")) {
                select.setString(1, tenant.id());
                select.setString(2, id);
                return rows(tenant, select).stream().map(Placed::view).findFirst();
            }
        });
    }

    /** When the connection last sent something, by name; those that never did are missing. */
    public CompletionStage<Optional<Instant>> lastReceived(Tenant tenant, String name) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select received_at from channel_message where tenant = ? and connection = ?
                     order by ordering desc limit 1""")) {
                select.setString(1, tenant.id());
                select.setString(2, name);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
                }
            }
        });
    }

    private static List<Placed> rows(Tenant tenant, PreparedStatement select) throws SQLException {
        List<Placed> messages = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                messages.add(new Placed(row.getLong("ordering"), view(tenant, row)));
            }
        }
        return messages;
    }

    private static View view(Tenant tenant, ResultSet row) throws SQLException {
        String connection = row.getString("connection");
        Array ids = row.getArray("remote_ids");
        List<String> remoteIds = Arrays.asList((String[]) ids.getArray());
        return new View(
                row.getString("id"),
                connection,
                row.getString("action"),
                row.getString("direction"),
                row.getString("hotel_code"),
                remoteIds,
                remoteIds.stream()
                        .map(remoteId -> new Named(remoteId, ChannelBookings.id(tenant, connection, remoteId)))
                        .toList(),
                row.getString("outcome"),
                row.getInt("http_status"),
                row.getString("error_code"),
                row.getString("reason"),
                row.getLong("bytes"),
                row.getLong("duration_micros"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                row.getString("request_id"));
    }
}
