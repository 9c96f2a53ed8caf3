package io.waymark.scenarios.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.http.Scope;
import io.waymark.launcher.FlinkMode;
import io.waymark.launcher.Settings;
import io.waymark.launcher.demo.Demo;
import io.waymark.launcher.demo.Secrets;
import io.waymark.launcher.parts.PartStatus;
import io.waymark.launcher.parts.RunFolder;
import io.waymark.launcher.parts.RunningPart;
import io.waymark.launcher.parts.StackStatus;
import io.waymark.launcher.replay.delivery.ReplayTarget;
import io.waymark.scenarios.api.ApiClient;
import io.waymark.servers.Folders;
import io.waymark.servers.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;

/** PostgreSQL, Elasticsearch, a node and Flink, all of them real, with a demo tenant and no data. */
public final class RunningWaymark implements AutoCloseable {

    private static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path DATA = PROJECT.resolve("modules/scenarios/target/waymark");
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    private final Settings settings;
    private final Command command;
    private final Demo demo;

    private RunningWaymark(Settings settings) {
        this.settings = settings;
        this.command = new Command(settings);
        this.demo = Demo.read(settings).orElseThrow();
    }

    static RunningWaymark start() {
        Settings settings = new Settings(
                PROJECT,
                DATA,
                "127.0.0.1",
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                FlinkMode.EMBEDDED);
        new Command(settings).run("down");
        Folders.delete(DATA);
        Command.Outcome up = new Command(settings).run("up", "--detach", "--replay", "none");
        assertThat(up.exitCode()).as(up.output()).isZero();
        return new RunningWaymark(settings);
    }

    public Settings settings() {
        return settings;
    }

    public Demo demo() {
        return demo;
    }

    /** The address of the API. */
    public URI url() {
        return URI.create(demo.baseUrl());
    }

    /** A client that may do everything. */
    public ApiClient admin() {
        return ApiClient.withKey(url(), demo.adminKey());
    }

    /** A client that may do everything in a tenant of its own, which is new and empty. */
    public ApiClient stranger() throws SQLException {
        Secrets secrets = new Secrets(new SecureRandom(), InstantSource.system());
        String key = secrets.apiKey();
        try (Connection connection = owner();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into access_key (id, tenant, name, secret_sha256, scopes)
                        values (?, ?, 'stranger', sha256(convert_to(?, 'UTF8')), ?)""")) {
            insert.setString(1, secrets.id("key"));
            insert.setString(2, secrets.id("ten"));
            insert.setString(3, key);
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text", Stream.of(Scope.values()).map(Scope::text).toArray()));
            insert.executeUpdate();
        }
        return ApiClient.withKey(url(), key);
    }

    /** Where reservations are replayed to. */
    public ReplayTarget replayTarget() {
        Demo.Channel channel = demo.alpinebits();
        return new ReplayTarget(
                url(), demo.adminKey(), new ReplayTarget.Channel(channel.user(), channel.user(), channel.password()));
    }

    /** The warehouse as an analyst opens it. */
    public Connection analyst() throws SQLException {
        return DriverManager.getConnection(demo.warehouse().jdbcUrl());
    }

    /** The journal's database as its owner. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(settings.databaseUrl("waymark") + "?user=waymark");
    }

    /** Runs {@code ./waymark <arguments>}. */
    public Command.Outcome waymark(String... arguments) {
        return command.run(arguments);
    }

    /** Kills the process of this part at once, as {@code kill -9} does, and returns how often it had been restarted. */
    public int kill(String part) {
        RunningPart running = new RunFolder(settings)
                .parts().stream()
                        .filter(candidate -> candidate.name().equals(part))
                        .findFirst()
                        .orElseThrow();
        assertThat(running.process().living().orElseThrow().destroyForcibly())
                .as("the kill of " + part)
                .isTrue();
        return running.restarts();
    }

    /** Returns when all parts are ready and this one has been restarted more often than so many times. */
    public void awaitRestart(String part, int restartsBefore) {
        await("the restart of " + part)
                .atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> isBack(part, restartsBefore));
    }

    private boolean isBack(String part, int restartsBefore) {
        StackStatus status = StackStatus.ask(settings, null);
        return status.allReady()
                && status.parts().stream()
                        .filter(candidate -> candidate.name().equals(part))
                        .mapToInt(PartStatus::restarts)
                        .allMatch(restarts -> restarts > restartsBefore);
    }

    @Override
    public void close() {
        assertThat(waymark("down").exitCode()).isZero();
    }
}
