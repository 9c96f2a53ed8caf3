package io.waymark.http;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.waymark.http.server.HttpServer;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Money;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.projection.CaughtUp;
import io.waymark.servers.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/** The edge around a few routes, listening on a free port, with its keys in a real database. */
final class EdgeUnderTest extends AllDirectives implements AutoCloseable {

    /** What a body may say. */
    record Thing(
            String name,
            int count,
            @Nullable LocalDate day,
            @Nullable Money price,
            @Nullable List<Thing> inside) {}

    private final Database database =
            Database.open("edge", new Database.Address(TestPostgres.freshDatabase(), "waymark", ""), 4);
    private final ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "edge", config());
    private final InstantSource clock = InstantSource.system();
    private final HttpServer server;

    EdgeUnderTest() {
        Migrations.run(database.source(), "runtime");
        Migrations.run(database.source(), "http");
        Edge edge = new Edge(new AccessKeys(database, clock), new CaughtUp(database, clock), clock);
        server = join(
                HttpServer.start(system, "127.0.0.1", 0, new OuterEdge(clock).server(system, List.of(), routes(edge))));
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    Database database() {
        return database;
    }

    /** Makes this key known. */
    void allow(String key, @Nullable Instant expiresAt, String... scopes) throws SQLException {
        database.transact(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into access_key (id, tenant, name, secret_sha256, scopes, expires_at)
                    values (?, 'ten_01J00000000000000000000000', 'test', ?, ?, ?::timestamptz)""")) {
                insert.setString(1, key);
                insert.setBytes(2, Ids.sha256(key.getBytes(StandardCharsets.UTF_8)));
                insert.setArray(3, connection.createArrayOf("text", scopes));
                insert.setString(4, expiresAt == null ? null : expiresAt.toString());
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public void close() {
        system.terminate();
        join(system.getWhenTerminated());
        database.close();
    }

    private Route routes(Edge edge) {
        return concat(
                path(
                        "things",
                        () -> concat(
                                put(() -> edge.secured(
                                        Scope.BOOKINGS_WRITE,
                                        call -> edge.body(
                                                call, Thing.class, thing -> edge.json(call, described(call))))),
                                get(() -> edge.secured(
                                        Scope.BOOKINGS_READ,
                                        call -> edge.caughtUp(
                                                call, "none", () -> edge.json(call, Map.of("things", 0))))))),
                path(
                        "failing",
                        () -> get(() -> edge.secured(Scope.BOOKINGS_READ, call -> {
                            throw new IllegalStateException("select * from secrets");
                        }))),
                path(
                        "failing-later",
                        () -> get(() -> edge.secured(
                                Scope.BOOKINGS_READ,
                                call -> edge.json(
                                        call,
                                        CompletableFuture.failedFuture(new SQLException("select * from secrets")))))),
                path(
                        "failing-outside",
                        () -> get(() -> {
                            throw new IllegalStateException("select * from secrets");
                        })));
    }

    private static Map<String, String> described(Call call) {
        Origin origin = call.origin("http", null);
        return Map.of(
                "commandId", origin.commandId(),
                "occurredAt", String.valueOf(origin.occurredAt()),
                "expectedRevision", String.valueOf(origin.expectedRevision()),
                "ip", String.valueOf(origin.ip()));
    }

    private static Config config() {
        return ConfigFactory.parseMap(Map.of("pekko.coordinated-shutdown.exit-jvm", "off"))
                .withFallback(ConfigFactory.load());
    }

    private static <T> T join(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
