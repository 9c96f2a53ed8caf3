package io.waymark.launcher.bench.freshness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.events.EventJson;
import io.waymark.launcher.Settings;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which revision of each booking the journal, the warehouse and the search index hold. */
final class Copies implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int PAGE = 5_000;
    private static final String PREFIX = "Booking|";

    private final Connection journal;
    private final Connection warehouse;
    private final URI search;
    private final String tenant;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    /** How many bookings a copy holds, and how many events of them: what grows while a backlog is worked off. */
    record Size(long bookings, long events) {}

    Copies(Settings settings, String tenant) throws SQLException {
        journal = connect(settings, "waymark");
        warehouse = connect(settings, "warehouse");
        search = settings.elasticsearchUrl().resolve("/waymark-bookings/_search");
        this.tenant = tenant;
    }

    long journalEvents() throws SQLException {
        return size(journal, "select 0, count(*) from event_journal").events();
    }

    Size inJournal() throws SQLException {
        return size(journal, """
                select count(distinct persistence_id), count(*) from event_journal
                 where persistence_id like 'Booking|%'""");
    }

    Size inWarehouse() throws SQLException {
        return size(warehouse, "select count(*), coalesce(sum(version), 0) from warehouse.fact_booking");
    }

    Size inSearch() {
        JsonNode found = search("""
                {"size":0,"track_total_hits":true,"aggs":{"events":{"sum":{"field":"revision"}}}}""");
        return new Size(
                found.at("/hits/total/value").asLong(),
                found.at("/aggregations/events/value").asLong());
    }

    Map<String, Long> journalRevisions() throws SQLException {
        return revisions(journal.prepareStatement("""
                select substr(persistence_id, %d), max(sequence_number) from event_journal
                 where persistence_id like 'Booking|%%' group by 1""".formatted(PREFIX.length() + 1)));
    }

    Map<String, Long> warehouseRevisions() throws SQLException {
        return revisions(
                warehouse.prepareStatement("select tenant || ':' || booking_id, version from warehouse.fact_booking"));
    }

    Map<String, Long> searchRevisions() {
        Map<String, Long> revisions = new HashMap<>();
        @Nullable JsonNode after = null;
        do {
            ObjectNode query = EventJson.MAPPER
                    .createObjectNode()
                    .put("size", PAGE)
                    .put("version", true)
                    .put("_source", false);
            query.putArray("sort").addObject().put("id", "asc");
            if (after != null) {
                query.set("search_after", after);
            }
            JsonNode hits = search(query.toString()).at("/hits/hits");
            hits.forEach(hit ->
                    revisions.put(hit.path("_id").asText(), hit.path("_version").asLong()));
            after = hits.isEmpty() ? null : hits.path(hits.size() - 1).path("sort");
        } while (after != null);
        return revisions;
    }

    /** Of these bookings, as a query of an analyst would see them. */
    Map<String, Long> warehouseRevisions(List<String> bookings) throws SQLException {
        PreparedStatement select = warehouse.prepareStatement(
                "select booking_id, version from warehouse.fact_booking where tenant = ? and booking_id = any (?)");
        select.setString(1, tenant);
        select.setArray(2, warehouse.createArrayOf("text", bookings.toArray()));
        return revisions(select);
    }

    /** Of these bookings, as a search finds them; a plain read by id would see what no search finds yet. */
    Map<String, Long> searchRevisions(List<String> bookings) {
        ObjectNode query = EventJson.MAPPER
                .createObjectNode()
                .put("size", bookings.size())
                .put("version", true)
                .put("_source", false);
        bookings.forEach(
                booking -> query.withObject("/query/ids").withArray("values").add(tenant + ":" + booking));
        Map<String, Long> revisions = new HashMap<>();
        search(query.toString())
                .at("/hits/hits")
                .forEach(hit -> revisions.put(
                        hit.path("_id").asText().substring(tenant.length() + 1),
                        hit.path("_version").asLong()));
        return revisions;
    }

    @Override
    public void close() throws SQLException {
        try (journal;
                warehouse;
                http) {
            // All are closed, even if one of them fails.
        }
    }

    private JsonNode search(String query) {
        HttpRequest request = HttpRequest.newBuilder(search)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new ServerFailure("Elasticsearch answered %d to a search.".formatted(response.statusCode()));
            }
            return EventJson.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new ServerFailure("Elasticsearch does not answer: %s.".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted.", e);
        }
    }

    private static Map<String, Long> revisions(PreparedStatement select) throws SQLException {
        Map<String, Long> revisions = new HashMap<>();
        try (select;
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                revisions.put(result.getString(1), result.getLong(2));
            }
        }
        return revisions;
    }

    private static Size size(Connection connection, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet result = select.executeQuery()) {
            result.next();
            return new Size(result.getLong(1), result.getLong(2));
        }
    }

    private static Connection connect(Settings settings, String database) throws SQLException {
        return DriverManager.getConnection(settings.databaseUrl(database), "waymark", "");
    }
}
