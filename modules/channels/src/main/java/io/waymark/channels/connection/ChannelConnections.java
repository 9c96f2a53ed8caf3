package io.waymark.channels.connection;

import io.waymark.http.AccessKeys;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import java.net.URI;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The channel connections: looked up by user name, remembered for a moment, so a withdrawn one works on that long. */
public final class ChannelConnections {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int REMEMBERED_AT_MOST = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_SENDING = 10_000;
    private static final String COLUMNS = "select * from channel_connection ";

    private record Known(Optional<ChannelConnection> connection, Instant until) {}

    private final Database database;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public ChannelConnections(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The connection with this user name; empty where there is none. */
    public CompletionStage<Optional<ChannelConnection>> find(String username) {
        if (username.length() > LONGEST_NAME || username.indexOf('\0') >= 0) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Instant now = clock.instant();
        @Nullable Known remembered = known.get(username);
        if (remembered != null && now.isBefore(remembered.until())) {
            return CompletableFuture.completedFuture(remembered.connection());
        }
        CompletionStage<Optional<ChannelConnection>> found = database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "where username = ?")) {
                select.setString(1, username);
                try (ResultSet result = select.executeQuery()) {
                    return result.next() ? Optional.of(connection(result)) : Optional.empty();
                }
            }
        });
        return found.thenApply(connection -> remember(username, connection, now));
    }

    /** All connections of a tenant, by name. */
    public CompletionStage<List<ChannelConnection>> of(Tenant tenant) {
        return database.async(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(COLUMNS + "where tenant = ? order by name limit 200")) {
                select.setString(1, tenant.id());
                return all(select);
            }
        });
    }

    /** The tenant's connection of this name; empty where there is none. */
    public CompletionStage<Optional<ChannelConnection>> named(Tenant tenant, String name) {
        String key = tenant.id() + "/" + name;
        Instant now = clock.instant();
        @Nullable Known remembered = known.get(key);
        if (remembered != null && now.isBefore(remembered.until())) {
            return CompletableFuture.completedFuture(remembered.connection());
        }
        return of(tenant).thenApply(all -> {
            all.forEach(connection -> remember(tenant.id() + "/" + connection.name(), Optional.of(connection), now));
            return all.stream()
                    .filter(connection -> connection.name().equals(name))
                    .findFirst();
        });
    }

    /** Every connection of every tenant that tells its channel what it may sell. */
    public CompletionStage<List<ChannelConnection>> sending() {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    COLUMNS + "where partner_url is not null and sending order by tenant, name limit ?")) {
                select.setInt(1, MOST_SENDING);
                return all(select);
            }
        });
    }

    /** Whether it is time to tell the channel everything again; says so once, and counts from now. */
    public CompletionStage<Boolean> refreshIsDue(ChannelConnection connection) {
        return database.async(database -> {
            try (PreparedStatement update = database.prepareStatement("""
                    update channel_connection set refreshed_at = clock_timestamp()
                     where username = ? and (refreshed_at is null
                        or refreshed_at < clock_timestamp() - make_interval(secs => refresh_seconds))""")) {
                update.setString(1, connection.username());
                return update.executeUpdate() > 0;
            }
        });
    }

    /** What the tenant may set of a connection that tells its channel; null stays as it is. */
    public record Change(
            @Nullable Boolean sending,
            @Nullable Integer messagesPerSecond,
            @Nullable Boolean sellsAllowance,
            @Nullable Integer keepBack,
            @Nullable Integer compareSeconds,
            @Nullable Integer refreshSeconds) {}

    /** Sets it; false where there is no such connection, or it only sends to us. */
    public CompletionStage<Boolean> change(Tenant tenant, String name, Change change) {
        known.remove(tenant.id() + "/" + name);
        return database.async(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    update channel_connection
                       set sending = coalesce(?, sending), messages_per_second = coalesce(?, messages_per_second),
                           sells_allowance = coalesce(?, sells_allowance), keep_back = coalesce(?, keep_back),
                           compare_seconds = coalesce(?, compare_seconds),
                           refresh_seconds = coalesce(?, refresh_seconds)
                     where tenant = ? and name = ? and partner_url is not null""")) {
                update.setObject(1, change.sending(), Types.BOOLEAN);
                update.setObject(2, change.messagesPerSecond(), Types.INTEGER);
                update.setObject(3, change.sellsAllowance(), Types.BOOLEAN);
                update.setObject(4, change.keepBack(), Types.INTEGER);
                update.setObject(5, change.compareSeconds(), Types.INTEGER);
                update.setObject(6, change.refreshSeconds(), Types.INTEGER);
                update.setString(7, tenant.id());
                update.setString(8, name);
                return update.executeUpdate() > 0;
            }
        });
    }

    private Optional<ChannelConnection> remember(String username, Optional<ChannelConnection> connection, Instant now) {
        if (known.size() >= REMEMBERED_AT_MOST) {
            known.clear();
        }
        known.put(username, new Known(connection, now.plus(REMEMBERED)));
        return connection;
    }

    private static List<ChannelConnection> all(PreparedStatement select) throws SQLException {
        try (ResultSet result = select.executeQuery()) {
            List<ChannelConnection> connections = new ArrayList<>();
            while (result.next()) {
                connections.add(connection(result));
            }
            return connections;
        }
    }

    private static @Nullable Outbound outbound(ResultSet row) throws SQLException {
        @Nullable String url = row.getString("partner_url");
        return url == null
                ? null
                : new Outbound(
                        URI.create(url),
                        row.getString("partner_user"),
                        row.getString("password_variable"),
                        row.getBoolean("sandbox"),
                        row.getBoolean("sending"),
                        row.getInt("messages_per_second"),
                        row.getInt("dates_per_message"),
                        Duration.ofMillis(row.getInt("time_limit_millis")),
                        Duration.ofMillis(row.getInt("late_after_millis")),
                        row.getInt("days_ahead"),
                        row.getBoolean("sells_allowance"),
                        row.getInt("keep_back"),
                        row.getString("rate_plan"),
                        Duration.ofSeconds(row.getInt("compare_seconds")),
                        Duration.ofSeconds(row.getInt("refresh_seconds")));
    }

    private static ChannelConnection connection(ResultSet row) throws SQLException {
        @Nullable Array hotels = row.getArray("hotel_codes");
        return new ChannelConnection(
                row.getString("username"),
                new Tenant(row.getString("tenant")),
                row.getString("name"),
                HexFormat.of().formatHex(row.getBytes("secret_sha256")),
                AccessKeys.scopes(row.getArray("scopes")),
                hotels == null ? null : Arrays.asList((String[]) hotels.getArray()),
                row.getTimestamp("created_at").toInstant(),
                Protocol.of(row.getString("protocol")),
                outbound(row));
    }
}
