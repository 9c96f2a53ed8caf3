package io.waymark.scenarios.observability;

import static org.awaitility.Awaitility.await;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.waymark.booking.BookingModule;
import io.waymark.booking.HoldTimes;
import io.waymark.booking.PropertyDirectory;
import io.waymark.http.AccessKeys;
import io.waymark.http.Edge;
import io.waymark.http.MeasuredHandler;
import io.waymark.http.OuterEdge;
import io.waymark.http.Scope;
import io.waymark.http.server.HttpServer;
import io.waymark.inventory.InventoryModule;
import io.waymark.kernel.Ids;
import io.waymark.runtime.NodeTelemetry;
import io.waymark.runtime.Platform;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.runtime.projection.Projections;
import io.waymark.runtime.vault.PostgresVault;
import io.waymark.scenarios.api.ApiClient;
import io.waymark.servers.testing.TestPostgres;
import io.waymark.telemetry.RoutePatterns;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.Route;

/** A node in this process, wired as main() wires one, so that its spans can be looked at. */
final class TracedNode implements AutoCloseable {

    static final String TENANT = "ten_01J00000000000000000000000";

    private static final String KEY = "wmk_test_traces";
    private static final long LIMIT_SECONDS = 60;

    private final String databaseUrl = TestPostgres.freshDatabase();
    private final Database database = Database.open("traces", new Database.Address(databaseUrl, "waymark", ""), 8);
    private final ActorSystem<Void> system;
    private final URI address;

    TracedNode() throws SQLException, IOException {
        Stream.of("runtime", "http", "channels").forEach(module -> Migrations.run(database.source(), module));
        system = ActorSystem.create(Behaviors.empty(), "waymark", config(databaseUrl));
        Cluster cluster = Cluster.get(system);
        cluster.manager().tell(Join.create(cluster.selfMember().address()));
        InstantSource clock = InstantSource.system();
        Platform platform =
                new Platform(system, database, new PostgresVault(database, new byte[32], new SecureRandom()), clock);
        Edge edge = new Edge(new AccessKeys(database, clock), platform.caughtUp(), clock);
        InventoryModule inventory = InventoryModule.start(platform, edge);
        BookingModule booking = BookingModule.start(
                platform,
                edge,
                inventory.roomTypes(),
                PropertyDirectory.of(inventory.properties()),
                HoldTimes.STANDARD);
        Stream.of(inventory.parts(), booking.parts())
                .flatMap(module -> module.projections().stream())
                .forEach(projection -> Projections.start(system, database, projection));
        Route routes =
                Directives.concat(inventory.parts().routes(), booking.parts().routes());
        MeasuredHandler handler = new MeasuredHandler(
                NodeTelemetry.of(system).requests(),
                RoutePatterns.ofOpenApi(Files.readString(AlertRules.ROOT.resolve("docs/openapi.yaml"))),
                new OuterEdge(clock).server(system, List.of(booking.parts().commands()), routes));
        int port = join(HttpServer.start(system, "127.0.0.1", 0, handler)).port();
        address = URI.create("http://127.0.0.1:" + port);
        addKey();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> client().get("/v1/properties/" + Ids.derived("prp", "nothing"))
                                .status()
                        == 404);
    }

    ApiClient client() {
        return ApiClient.withKey(address, KEY);
    }

    String databaseUrl() {
        return databaseUrl;
    }

    @Override
    public void close() {
        system.terminate();
        join(system.getWhenTerminated());
        database.close();
    }

    private void addKey() throws SQLException {
        database.transact(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into access_key (id, tenant, name, secret_sha256, scopes) values ('key_traces', ?, 'traces', ?, ?)")) {
                insert.setString(1, TENANT);
                insert.setBytes(2, Ids.sha256(KEY.getBytes(StandardCharsets.UTF_8)));
                insert.setArray(
                        3,
                        connection.createArrayOf(
                                "text",
                                List.of(Scope.values()).stream()
                                        .map(Scope::text)
                                        .toArray()));
                return insert.executeUpdate();
            }
        });
    }

    private static Config config(String url) {
        return ConfigFactory.parseMap(Map.of(
                        "pekko.remote.artery.canonical.port",
                        0,
                        "pekko.coordinated-shutdown.exit-jvm",
                        "off",
                        "pekko-persistence-jdbc.shared-databases.slick.db.url",
                        url))
                .withFallback(ConfigFactory.load());
    }

    private static <T> T join(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
