package io.waymark.booking;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.http.AccessKeys;
import io.waymark.http.Edge;
import io.waymark.http.HttpJson;
import io.waymark.http.ModuleParts;
import io.waymark.http.OuterEdge;
import io.waymark.http.Scope;
import io.waymark.http.server.HttpServer;
import io.waymark.inventory.InventoryModule;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.Platform;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.runtime.projection.Projections;
import io.waymark.runtime.vault.PostgresVault;
import io.waymark.servers.testing.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.http.javadsl.server.Directives;

/** A node of one with inventory and bookings on it: real database, real cluster, real HTTP. */
final class TestNode implements AutoCloseable {

    static final Tenant HERE = new Tenant("ten_01J00000000000000000000000");
    static final Tenant ELSEWHERE = new Tenant("ten_01J00000000000000000000001");

    final Database database;
    final InventoryModule inventory;
    final BookingModule booking;
    final PostgresVault vault;

    private final ActorSystem<Void> system;
    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    TestNode(HoldTimes times) throws SQLException {
        String url = TestPostgres.freshDatabase();
        database = Database.open("test", new Database.Address(url, "waymark", ""), 8);
        List.of("runtime", "http").forEach(module -> Migrations.run(database.source(), module));
        system = ActorSystem.create(Behaviors.empty(), "waymark", config(url));
        Cluster cluster = Cluster.get(system);
        cluster.manager().tell(Join.create(cluster.selfMember().address()));
        InstantSource clock = InstantSource.system();
        vault = new PostgresVault(database, new byte[32], new SecureRandom());
        Platform platform = new Platform(system, database, vault, clock);
        Edge edge = new Edge(new AccessKeys(database, clock), platform.caughtUp(), clock);
        inventory = InventoryModule.start(platform, edge);
        booking = BookingModule.start(platform, edge, inventory.roomTypes(), this::property, times);
        List<ModuleParts> modules = List.of(inventory.parts(), booking.parts());
        modules.forEach(
                module -> module.projections().forEach(projection -> Projections.start(system, database, projection)));
        HttpServer server = join(HttpServer.start(
                system,
                "127.0.0.1",
                0,
                new OuterEdge(clock)
                        .server(
                                system,
                                List.of(booking.parts().commands()),
                                Directives.concat(
                                        inventory.parts().routes(),
                                        booking.parts().routes()))));
        base = URI.create("http://127.0.0.1:" + server.port());
        addKey(HERE, "here");
        addKey(ELSEWHERE, "elsewhere");
        String nothing = "/v1/properties/" + Ids.derived("prp", "nothing");
        await().atMost(Duration.ofMinutes(3)).until(() -> get(nothing).status() == 404);
    }

    /** An answer of the API. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer put(String path, String json, String... headers) {
        return send(request("here", path, headers)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer get(String path, String... headers) {
        return send(request("here", path, headers).GET());
    }

    Answer getAs(String key, String path) {
        return send(request(key, path).GET());
    }

    /** Waits for a stage, for a while. */
    static <T> T join(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        system.terminate();
        join(system.getWhenTerminated());
        database.close();
    }

    private CompletionStage<Optional<PropertyDirectory.Entry>> property(
            Tenant tenant, String propertyId, Collection<String> roomTypeIds) {
        return inventory.properties().find(tenant, propertyId).thenApply(found -> found.map(TestNode::entry));
    }

    private static PropertyDirectory.Entry entry(PropertyDefined property) {
        return new PropertyDirectory.Entry(
                property.propertyId(),
                property.code(),
                property.roomTypes().stream()
                        .collect(Collectors.toMap(RoomTypeOffer::roomTypeId, RoomTypeOffer::code)));
    }

    private HttpRequest.Builder request(String key, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + secret(key));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), HttpJson.MAPPER.readTree(response.body()), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addKey(Tenant tenant, String key) throws SQLException {
        database.transact(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into access_key (id, tenant, name, secret_sha256, scopes) values (?, ?, ?, ?, ?)")) {
                insert.setString(1, "key_" + key);
                insert.setString(2, tenant.id());
                insert.setString(3, key);
                insert.setBytes(4, Ids.sha256(secret(key).getBytes(StandardCharsets.UTF_8)));
                insert.setArray(
                        5,
                        connection.createArrayOf(
                                "text",
                                Arrays.stream(Scope.values()).map(Scope::text).toArray()));
                return insert.executeUpdate();
            }
        });
    }

    private static String secret(String key) {
        return "wmk_test_" + key;
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
}
