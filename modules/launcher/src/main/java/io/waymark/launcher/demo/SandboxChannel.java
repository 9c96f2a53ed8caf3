package io.waymark.launcher.demo;

import io.waymark.http.Scope;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;

/**
 * A connection to a channel of the sandbox, in both directions.
 *
 * @param name of the channel and of our connection to it, which is also its user name with us
 * @param protocol {@code alpinebits} or {@code ota}
 * @param messagesPerSecond that it is told at most
 * @param timeLimitMillis how long its answer is waited for
 * @param lateAfterMillis how long a message without an answer may still arrive
 * @param compareSeconds how often what it has is compared
 * @param refreshSeconds how often it is told everything
 */
public record SandboxChannel(
        String name,
        String protocol,
        int messagesPerSecond,
        int timeLimitMillis,
        int lateAfterMillis,
        int compareSeconds,
        int refreshSeconds) {

    /** The channels of the demo's tenant: calm, as a hotel's are. */
    public static final List<SandboxChannel> OF_THE_DEMO = List.of(
            new SandboxChannel("sandbox-alpinebits", "alpinebits", 5, 3_000, 15_000, 300, 3_600),
            new SandboxChannel("sandbox-ota", "ota", 5, 3_000, 15_000, 300, 86_400));

    /** The channels of a tenant that exists for one scenario: in a hurry. */
    public static final List<SandboxChannel> OF_A_SCENARIO = List.of(
            new SandboxChannel("practice-alpinebits", "alpinebits", 1_000, 400, 2_000, 10, 30),
            new SandboxChannel("practice-ota", "ota", 1_000, 400, 2_000, 10, 86_400));

    private static final String RATE_PLAN = "STANDARD";

    /** Lets the channel in, and tells the nodes where it is. The password itself stays out. */
    public void grant(Connection connection, String tenant, URI sandbox, String password) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into channel_connection (username, tenant, name, secret_sha256, scopes, protocol, partner_url,
                    password_variable, sandbox, messages_per_second, time_limit_millis, late_after_millis, rate_plan,
                    compare_seconds, refresh_seconds)
                values (?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?, ?, ?)
                on conflict (username) do update
                   set tenant = excluded.tenant, secret_sha256 = excluded.secret_sha256, scopes = excluded.scopes,
                       partner_url = excluded.partner_url""")) {
            insert.setString(1, name);
            insert.setString(2, tenant);
            insert.setString(3, name);
            insert.setBytes(4, DemoAccess.digest(password));
            insert.setArray(5, DemoAccess.texts(connection, EnumSet.of(Scope.CHANNELS_WRITE, Scope.HISTORY_BACKDATE)));
            insert.setString(6, protocol);
            insert.setString(7, address(sandbox));
            insert.setString(8, SandboxPassword.VARIABLE);
            insert.setInt(9, messagesPerSecond);
            insert.setInt(10, timeLimitMillis);
            insert.setInt(11, lateAfterMillis);
            insert.setString(12, RATE_PLAN);
            insert.setInt(13, compareSeconds);
            insert.setInt(14, refreshSeconds);
            insert.executeUpdate();
        }
    }

    private String address(URI sandbox) {
        return sandbox + "/" + name;
    }
}
