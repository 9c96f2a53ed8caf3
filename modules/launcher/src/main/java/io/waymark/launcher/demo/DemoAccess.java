package io.waymark.launcher.demo;

import io.waymark.http.Scope;
import io.waymark.kernel.Ids;
import io.waymark.launcher.Settings;
import io.waymark.servers.ServerFailure;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the demo's keys and its channel in: rows in the tables that the nodes have made. The secrets themselves stay out. */
public final class DemoAccess {

    private static final Map<String, Set<Scope>> SCOPES = Map.of(
            Demo.ADMIN, EnumSet.allOf(Scope.class),
            Demo.OPERATIONS, EnumSet.complementOf(EnumSet.of(Scope.HISTORY_BACKDATE)),
            Demo.ANALYST, EnumSet.of(Scope.INSIGHTS_READ, Scope.BOOKINGS_READ));

    private static final int ID_STARTS = "wmk_".length();
    private static final int ID_ENDS = ID_STARTS + 26;

    private DemoAccess() {}

    public static void grant(Settings settings, Demo demo) {
        try (Connection connection = DriverManager.getConnection(settings.databaseUrl("waymark") + "?user=waymark")) {
            for (var key : demo.apiKeys().entrySet()) {
                grantKey(connection, demo.tenant(), key.getKey(), key.getValue());
            }
            grantChannel(connection, demo.tenant(), demo.alpinebits());
        } catch (SQLException e) {
            throw new ServerFailure("The demo's keys cannot be let in: %s.".formatted(e.getMessage()), e);
        }
    }

    /** Lets channels of the sandbox in, and tells the nodes where they are. */
    public static void grantSandbox(Settings settings, Demo demo, List<SandboxChannel> channels, String password) {
        try (Connection connection = DriverManager.getConnection(settings.databaseUrl("waymark") + "?user=waymark")) {
            for (SandboxChannel channel : channels) {
                channel.grant(connection, demo.tenant(), settings.sandboxUrl(), password);
            }
        } catch (SQLException e) {
            throw new ServerFailure("The sandbox's channels cannot be let in: %s.".formatted(e.getMessage()), e);
        }
    }

    private static void grantKey(Connection connection, String tenant, String role, String key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into access_key (id, tenant, name, secret_sha256, scopes)
                values (?, ?, ?, ?, ?)
                on conflict (id) do update set scopes = excluded.scopes""")) {
            insert.setString(1, "key_" + key.substring(ID_STARTS, ID_ENDS));
            insert.setString(2, tenant);
            insert.setString(3, "demo " + role);
            insert.setBytes(4, digest(key));
            insert.setArray(5, texts(connection, SCOPES.getOrDefault(role, Set.of())));
            insert.executeUpdate();
        }
    }

    private static void grantChannel(Connection connection, String tenant, Demo.Channel channel) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into channel_connection (username, tenant, name, secret_sha256, scopes)
                values (?, ?, ?, ?, ?)
                on conflict (username) do update
                   set tenant = excluded.tenant, secret_sha256 = excluded.secret_sha256, scopes = excluded.scopes""")) {
            insert.setString(1, channel.user());
            insert.setString(2, tenant);
            insert.setString(3, channel.user());
            insert.setBytes(4, digest(channel.password()));
            insert.setArray(5, texts(connection, EnumSet.of(Scope.CHANNELS_WRITE, Scope.HISTORY_BACKDATE)));
            insert.executeUpdate();
        }
    }

    static java.sql.Array texts(Connection connection, Set<Scope> scopes) throws SQLException {
        return connection.createArrayOf("text", scopes.stream().map(Scope::text).toArray());
    }

    static byte[] digest(String secret) {
        return Ids.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }
}
