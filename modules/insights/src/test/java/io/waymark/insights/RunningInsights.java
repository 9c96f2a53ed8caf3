package io.waymark.insights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import io.waymark.http.AccessKeys;
import io.waymark.http.Edge;
import io.waymark.http.OuterEdge;
import io.waymark.http.server.HttpServer;
import io.waymark.kernel.Ids;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.Migrations;
import io.waymark.runtime.projection.CaughtUp;
import io.waymark.servers.testing.TestElasticsearch;
import io.waymark.servers.testing.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.flywaydb.core.Flyway;

/** The module behind a real HTTP server, with the sample in its warehouse for two tenants; one for all tests of a JVM. */
final class RunningInsights {

    static final String TENANT = Ids.derived("ten", "ours");
    static final String STRANGER = Ids.derived("ten", "theirs");
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String SECRET = "wmk_01JD8W3V9Q6ZP4N2M7K5H1G0FT_";
    private static final int MOST_ATTEMPTS = 10;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;
    private final String warehouseUrl;
    private final String indexPrefix;

    private RunningInsights(String base, String warehouseUrl, String indexPrefix) {
        this.base = base;
        this.warehouseUrl = warehouseUrl;
        this.indexPrefix = indexPrefix;
    }

    static RunningInsights get() {
        return Shared.RUNNING;
    }

    /** A second one with nothing behind it: its warehouse and its search are away. */
    static RunningInsights withoutServers() {
        return start("jdbc:postgresql://127.0.0.1:20799/warehouse", URI.create("http://127.0.0.1:20798"), "waymark-");
    }

    /** A second one with the sample in a warehouse of its own, for tests that write into it. */
    static RunningInsights withItsOwnWarehouse() {
        return start(sampleWarehouse(), TestElasticsearch.url(), get().indexPrefix());
    }

    String warehouseUrl() {
        return warehouseUrl;
    }

    String indexPrefix() {
        return indexPrefix;
    }

    /** The answer to a question of our tenant. */
    JsonNode json(String path) {
        HttpResponse<String> answer = ask(TENANT, path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return tree(answer.body());
    }

    /** The answer, asked for again as long as we are told to come back: a cold server on a busy machine takes its time. */
    HttpResponse<String> ask(String tenant, String path) {
        HttpResponse<String> answer = askOnce(tenant, path);
        for (int again = 0; answer.statusCode() == 503 && again < MOST_ATTEMPTS; again++) {
            answer = askOnce(tenant, path);
        }
        return answer;
    }

    HttpResponse<String> askOnce(String tenant, String path) {
        return send(request(tenant, path).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder request(String tenant, String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + SECRET + tenant);
    }

    static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String resource(String name) {
        try (InputStream stream = RunningInsights.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new AssertionError("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static RunningInsights start(String warehouse, URI search, String prefix) {
        ActorSystem<Void> system = ActorSystem.create(
                Behaviors.empty(), "insights", ConfigFactory.parseString("pekko.actor.provider=local"));
        InstantSource clock = InstantSource.system();
        String operational = TestPostgres.freshDatabase();
        Database database = Database.open("keys", new Database.Address(operational, "waymark", ""), 2);
        Migrations.run(database.source(), "http");
        addKey(operational, TENANT);
        addKey(operational, STRANGER);
        Edge edge = new Edge(new AccessKeys(database, clock), new CaughtUp(database, clock), clock);
        InsightsSettings settings = new InsightsSettings(
                search,
                null,
                prefix,
                new Database.Address(warehouse, "analyst", ""),
                new Database.Address(warehouse, "waymark", ""),
                4);
        try {
            HttpServer server = HttpServer.start(
                            system,
                            "127.0.0.1",
                            0,
                            new OuterEdge(clock)
                                    .server(
                                            system,
                                            List.of(),
                                            InsightsModule.start(system, edge, clock, settings)
                                                    .routes()))
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
            return new RunningInsights("http://127.0.0.1:" + server.port(), warehouse, prefix);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String sampleWarehouse() {
        String warehouse = TestPostgres.freshDatabase();
        Flyway.configure()
                .dataSource(warehouse, "waymark", "")
                .schemas("warehouse")
                .defaultSchema("warehouse")
                .locations("classpath:schema/warehouse")
                .load()
                .migrate();
        try {
            Sample.load(warehouse, TENANT, 1, 0);
            Sample.load(warehouse, STRANGER, 1_000, 1_000);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return warehouse;
    }

    private static void addKey(String url, String tenant) {
        try (Connection connection = DriverManager.getConnection(url, "waymark", "");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into access_key values (?, ?, 'test', ?, array['insights:read', 'insights:write'], null)")) {
            insert.setString(1, Ids.derived("key", tenant));
            insert.setString(2, tenant);
            insert.setBytes(3, Ids.sha256((SECRET + tenant).getBytes(StandardCharsets.UTF_8)));
            insert.execute();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Shared {
        private static final RunningInsights RUNNING = start();

        private static RunningInsights start() {
            String prefix = TestElasticsearch.freshPrefix();
            SampleDocuments.load(TestElasticsearch.url(), prefix);
            return RunningInsights.start(sampleWarehouse(), TestElasticsearch.url(), prefix);
        }
    }
}
