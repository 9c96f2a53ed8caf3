package io.waymark.scenarios.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waymark.launcher.FlinkMode;
import io.waymark.launcher.Settings;
import io.waymark.launcher.parts.PartKind;
import io.waymark.launcher.parts.Stack;
import io.waymark.scenarios.stack.RunningWaymark;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A Flink cluster that reads the journal of a running Waymark into a warehouse and indices of its own. */
final class SecondPipeline implements AutoCloseable {

    private static final String DATABASE = "warehouse_of_a_cluster";
    private static final String PREFIX = "cluster-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TABLES = List.of(
            "fact_booking",
            "fact_booking_event",
            "fact_stay_night",
            "fact_night_movement",
            "fact_inventory_day",
            "fact_channel_message",
            "dead_letter");

    private final RunningWaymark first;
    private final HttpClient http = HttpClient.newHttpClient();

    private SecondPipeline(RunningWaymark first) {
        this.first = first;
    }

    static SecondPipeline beside(RunningWaymark first) throws SQLException {
        SecondPipeline second = new SecondPipeline(first);
        second.administer("create database %s owner waymark".formatted(DATABASE));
        return second;
    }

    Stack start() {
        Settings settings = first.settings().beside("flink-cluster").with(FlinkMode.CLUSTER);
        return Stack.start(
                settings,
                1,
                Set.of(PartKind.FLINK, PartKind.FLINK_WORKER),
                "",
                Map.of(
                        "WAYMARK_PG_URL", first.settings().databaseUrl("waymark"),
                        "WAYMARK_WAREHOUSE_URL", first.settings().databaseUrl(DATABASE),
                        "WAYMARK_ES_URL", first.settings().elasticsearchUrl().toString(),
                        "WAYMARK_ES_PREFIX", PREFIX));
    }

    Map<String, Long> figures() throws SQLException, IOException, InterruptedException {
        return figures(DATABASE, PREFIX);
    }

    Map<String, Long> figuresOfTheFirst() throws SQLException, IOException, InterruptedException {
        return figures("warehouse", "waymark-");
    }

    private Map<String, Long> figures(String database, String prefix)
            throws SQLException, IOException, InterruptedException {
        Map<String, Long> figures = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(
                        first.settings().databaseUrl(database) + "?user=waymark&currentSchema=warehouse");
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                // How many rows, and a sum over whole rows: all of each but when, and with which event of a batch, it
                // was
                // written.
                try (ResultSet row = statement.executeQuery(
                        "select count(*), sum(hashtext((to_jsonb(f) - array['loaded_at', 'loaded_tx', 'version'])::text)) from %s f"
                                .formatted(table))) {
                    row.next();
                    figures.put(table, row.getLong(1));
                    figures.put("content of " + table, row.getLong(2));
                }
            }
        }
        figures.put("documents of bookings", documents(prefix + "bookings"));
        figures.put("documents of messages", documents(prefix + "channel-messages"));
        return figures;
    }

    private long documents(String index) throws IOException, InterruptedException {
        URI count = URI.create(first.settings().elasticsearchUrl() + "/" + index + "/_count");
        String answer = http.send(HttpRequest.newBuilder(count).build(), BodyHandlers.ofString())
                .body();
        JsonNode number = JSON.readTree(answer).path("count");
        if (!number.isNumber()) {
            throw new AssertionError(index + " cannot be counted: " + answer);
        }
        return number.asLong();
    }

    private void administer(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(first.settings().databaseUrl("postgres") + "?user=postgres");
                Statement administrator = connection.createStatement()) {
            administrator.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        administer("drop database %s with (force)".formatted(DATABASE));
    }
}
