package io.waymark.launcher.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.launcher.parts.Json;
import io.waymark.launcher.verify.InventoryRecount.RoomDate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the read models, the warehouse and the search index say, in the form of the recounts. */
final class Copies {

    private static final int FETCH = 2_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Copies() {}

    static Map<String, BookingFacts> readModel(Connection connection) throws SQLException {
        return bookings(connection, """
                select tenant || ':' || booking_id, revision, status, arrival, departure, total_minor, currency
                  from booking_overview""");
    }

    static Map<String, BookingFacts> warehouse(Connection connection) throws SQLException {
        return bookings(connection, """
                select tenant || ':' || booking_id, version, status, arrival, departure, total_amount, currency
                  from warehouse.fact_booking""");
    }

    /** Capacity, allowance, sold and held of each date, as one text to compare. */
    static Map<RoomDate, String> inventory(Connection connection) throws SQLException {
        Map<RoomDate, String> days = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select tenant || ':' || room_type_id, date, capacity, allowance, sold, held from inventory_day""")) {
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    days.put(
                            new RoomDate(result.getString(1), result.getObject(2, LocalDate.class)),
                            text(result.getInt(3), result.getInt(4), result.getInt(5), result.getInt(6)));
                }
            }
        }
        return days;
    }

    static String text(int capacity, int allowance, int sold, int held) {
        return "capacity %d, allowance %d, sold %d, held %d".formatted(capacity, allowance, sold, held);
    }

    /** Every document of the search index, page by page. */
    static Map<String, BookingFacts> search(URI elasticsearch) throws IOException, InterruptedException {
        Map<String, BookingFacts> facts = new HashMap<>();
        HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
        @Nullable JsonNode after = null;
        do {
            JsonNode hits = page(http, elasticsearch, after).path("hits").path("hits");
            for (JsonNode hit : hits) {
                facts.put(hit.path("_id").asText(), document(hit));
            }
            after = hits.isEmpty() ? null : hits.path(hits.size() - 1).path("sort");
        } while (after != null);
        return facts;
    }

    private static JsonNode page(HttpClient http, URI elasticsearch, @Nullable JsonNode after)
            throws IOException, InterruptedException {
        ObjectNode query = Json.mapper().createObjectNode();
        query.put("size", FETCH).put("version", true);
        query.putArray("_source").add("status").add("arrival").add("departure").add("total");
        query.putArray("sort").addObject().put("tenant", "asc");
        query.withArray("sort").addObject().put("id", "asc");
        if (after != null) {
            query.set("search_after", after);
        }
        HttpRequest request = HttpRequest.newBuilder(elasticsearch.resolve("/waymark-bookings/_search"))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(query.toString()))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "Elasticsearch answered " + response.statusCode() + " to the search for all bookings");
        }
        return Json.mapper().readTree(response.body());
    }

    private static BookingFacts document(JsonNode hit) {
        JsonNode source = hit.path("_source");
        return new BookingFacts(
                hit.path("_version").asLong(),
                source.path("status").asText(),
                LocalDate.parse(source.path("arrival").asText()),
                LocalDate.parse(source.path("departure").asText()),
                source.path("total").path("amountMinor").asLong(),
                source.path("total").path("currency").asText());
    }

    private static Map<String, BookingFacts> bookings(Connection connection, String query) throws SQLException {
        Map<String, BookingFacts> facts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet result = select.executeQuery()) {
            boolean minor = result.getMetaData().getColumnName(6).equals("total_minor");
            while (result.next()) {
                String currency = result.getString(7);
                int decimals = minor ? 0 : Currency.getInstance(currency).getDefaultFractionDigits();
                facts.put(
                        result.getString(1),
                        new BookingFacts(
                                result.getLong(2),
                                result.getString(3),
                                result.getObject(4, LocalDate.class),
                                result.getObject(5, LocalDate.class),
                                result.getBigDecimal(6).movePointRight(decimals).longValueExact(),
                                currency));
            }
        }
        return facts;
    }
}
