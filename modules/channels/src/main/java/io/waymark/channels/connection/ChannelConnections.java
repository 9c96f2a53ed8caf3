package io.waymark.channels.connection;

import io.waymark.http.AccessKeys;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private static final String COLUMNS =
            "select username, tenant, name, secret_sha256, scopes, hotel_codes, created_at from channel_connection ";

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
                try (ResultSet result = select.executeQuery()) {
                    List<ChannelConnection> connections = new ArrayList<>();
                    while (result.next()) {
                        connections.add(connection(result));
                    }
                    return connections;
                }
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

    private static ChannelConnection connection(ResultSet row) throws SQLException {
        @Nullable Array hotels = row.getArray("hotel_codes");
        return new ChannelConnection(
                row.getString("username"),
                new Tenant(row.getString("tenant")),
                row.getString("name"),
                HexFormat.of().formatHex(row.getBytes("secret_sha256")),
                AccessKeys.scopes(row.getArray("scopes")),
                hotels == null ? null : Arrays.asList((String[]) hotels.getArray()),
                row.getTimestamp("created_at").toInstant());
    }
}
