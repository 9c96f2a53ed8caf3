package io.waymark.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The live feed over a real warehouse. Every stream ends with the test that reads it. */
@Timeout(60)
class FeedIT {

    private static final RunningInsights INSIGHTS = RunningInsights.withItsOwnWarehouse();

    @Test
    void theNewestEventsComeFirstAndNameNobody() {
        JsonNode recent = INSIGHTS.json("/v1/feed/recent?limit=3");

        assertThat(recent.at("/items")).hasSize(3);
        JsonNode newest = recent.at("/items/0");
        assertThat(newest.at("/kind").asText()).isNotEmpty();
        assertThat(newest.at("/reference").asText()).startsWith("REF-");
        assertThat(newest.at("/propertyCode").asText()).isEqualTo("H1");
        assertThat(newest.at("/roomTypes/0").asText()).isEqualTo("DBL");
        assertThat(newest.at("/total/currency").asText()).isEqualTo("EUR");
        assertThat(newest.has("tenant")).isFalse();
        assertThat(recent.at("/freshness/source").asText()).isEqualTo("warehouse");
    }

    @Test
    void aListenerGoesOnBehindTheLastEventThatItHasSeen() throws IOException {
        JsonNode items = INSIGHTS.json("/v1/feed/recent?limit=3").at("/items");

        List<String> seen = follow(items.at("/2/id").asText(), "", 2);

        assertThat(seen)
                .containsExactly(items.at("/1/id").asText(), items.at("/0/id").asText());
    }

    @Test
    void whatHappensArrivesAtItsOwnTenantOnly() throws IOException, SQLException {
        String last = INSIGHTS.json("/v1/feed/recent?limit=1").at("/items/0/id").asText();
        try (Stream stream = open(last, "?property=H1")) {
            insertEvents(RunningInsights.STRANGER, 5_000, 1);
            insertEvents(RunningInsights.TENANT, 6_000, 1);

            JsonNode event = RunningInsights.tree(stream.next("data: "));
            assertThat(event.at("/kind").asText()).isEqualTo("changed");
            assertThat(event.at("/id").asText()).endsWith("-6000");
            insertEvents(RunningInsights.TENANT, 6_001, 1);
            assertThat(stream.next("id: ")).endsWith("-6001");
        }
    }

    @Test
    void whoMissedTooMuchBeginsAnew() throws IOException, SQLException {
        insertEvents(RunningInsights.STRANGER, 10_000, 1_001);

        try (Stream stream = new Stream(INSIGHTS.request(RunningInsights.STRANGER, "/v1/feed")
                .header("Last-Event-ID", "0-0")
                .build())) {
            assertThat(stream.next("event: ")).isEqualTo("reset");
        }
    }

    @Test
    void anIdThatIsNoneBeginsAnew() throws IOException {
        try (Stream stream = open("'; drop table fact_booking; --", "")) {
            assertThat(stream.next("event: ")).isEqualTo("reset");
        }
    }

    @Test
    void anotherPropertyIsQuiet() {
        assertThat(INSIGHTS.json("/v1/feed/recent?property=H2").at("/items")).isEmpty();
        assertThat(INSIGHTS.ask(RunningInsights.TENANT, "/v1/feed/recent?limit=0")
                        .statusCode())
                .isEqualTo(422);
    }

    private static List<String> follow(String lastEventId, String query, int events) throws IOException {
        List<String> ids = new ArrayList<>();
        try (Stream stream = open(lastEventId, query)) {
            for (int i = 0; i < events; i++) {
                ids.add(stream.next("id: "));
            }
        }
        return ids;
    }

    private static Stream open(String lastEventId, String query) {
        return new Stream(INSIGHTS.request(RunningInsights.TENANT, "/v1/feed" + query)
                .header("Last-Event-ID", lastEventId)
                .build());
    }

    private static void insertEvents(String tenant, int first, int count) throws SQLException {
        try (Connection connection = DriverManager.getConnection(INSIGHTS.warehouseUrl(), "waymark", "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into warehouse.fact_booking_event (tenant, booking_id, sequence_number, tx_id, ordering, type, status,
                      occurred_at, occurred_on, recorded_at, actor, source, property_id, room_type_id, channel, arrival, departure,
                      bookings_delta, room_nights_delta, revenue_delta, currency)
                    select '%1$s', '%2$s', n, 1, n, 'booking.changed', 'confirmed', now(), current_date, now(), 'key:x', 'http',
                      '%3$s', '%4$s', 'Direct', '2017-03-06', '2017-03-09', 0, 0, 0, 'EUR'
                    from generate_series(%5$d, %5$d + %6$d - 1) n""".formatted(tenant, Sample.booking(1), Sample.PROPERTY, Sample.ROOM_TYPE, first, count));
        }
    }

    /** An open stream of server-sent events. */
    private static final class Stream implements AutoCloseable {

        private final BufferedReader lines;

        private Stream(HttpRequest request) {
            HttpResponse<InputStream> answer = RunningInsights.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            this.lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        }

        /** The rest of the next line that begins so. */
        private String next(String beginning) throws IOException {
            @Nullable String line = lines.readLine();
            while (line != null && !line.startsWith(beginning)) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new AssertionError("the stream has ended");
            }
            return line.substring(beginning.length());
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
