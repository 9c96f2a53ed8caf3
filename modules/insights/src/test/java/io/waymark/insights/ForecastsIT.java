package io.waymark.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A property with nine months of invented bookings is forecast through the API. */
class ForecastsIT {

    private static final Duration TRAINED = Duration.ofMinutes(5);

    private final RunningInsights insights = RunningInsights.withItsOwnWarehouse();

    @Test
    void aTrainingThatIsAskedForMakesForecastsWithAPast() throws SQLException {
        loadBookings();
        assertThat(insights.json("/v1/forecasts/F1").at("/training/state").asText())
                .isEqualTo("none");

        assertThat(train(RunningInsights.TENANT, "F1").statusCode()).isEqualTo(200);
        JsonNode rooms = await().atMost(TRAINED)
                .until(
                        () -> insights.json("/v1/forecasts/F1?series=rooms"),
                        answer -> answer.at("/training/state").asText().matches("ready|failed"));

        assertThat(rooms.at("/training/failure").asText()).isEmpty();
        assertThat(rooms.at("/training/origin").asText()).isEqualTo("2017-03-06");
        assertThat(rooms.at("/days")).hasSize(123);
        assertThat(rooms.at("/days/0/date").asText()).isEqualTo("2017-03-07");
        assertThat(rooms.at("/days/0/upper95").asDouble())
                .isGreaterThanOrEqualTo(rooms.at("/days/0/upper80").asDouble());
        assertThat(rooms.at("/past")).hasSize(56);
        assertThat(rooms.at("/accuracy/within95").asDouble()).isGreaterThan(0.6);
        assertThat(kinds(rooms)).contains("much-free");
        JsonNode arrivals = insights.json("/v1/forecasts/F1?series=arrivals");
        assertThat(arrivals.at("/days/0/expected").asDouble()).isBetween(5.0, 12.0);
        assertThat(arrivals.at("/past/0/came").asInt()).isPositive();
    }

    @Test
    void aHouseWithAShortPastSaysWhyItHasNoForecast() {
        assertThat(train(RunningInsights.STRANGER, "H1").statusCode()).isEqualTo(200);
        JsonNode answer = await().atMost(TRAINED)
                .until(
                        () -> RunningInsights.tree(insights.ask(RunningInsights.STRANGER, "/v1/forecasts/H1")
                                .body()),
                        known -> known.at("/training/state").asText().matches("ready|failed"));

        assertThat(answer.at("/training/state").asText()).isIn("ready", "failed");
    }

    @Test
    void whatIsUnknownIsNotFoundAndAWrongSeriesIsRefused() {
        assertThat(insights.ask(RunningInsights.TENANT, "/v1/forecasts/NOWHERE").statusCode())
                .isEqualTo(404);
        assertThat(train(RunningInsights.TENANT, "NOWHERE").statusCode()).isEqualTo(404);
        assertThat(insights.ask(RunningInsights.TENANT, "/v1/forecasts/H1?series=money")
                        .statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> train(String tenant, String property) {
        return RunningInsights.send(
                insights.request(tenant, "/v1/forecasts/" + property + "/training")
                        .PUT(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static List<String> kinds(JsonNode answer) {
        List<String> kinds = new ArrayList<>();
        answer.at("/notices").forEach(notice -> kinds.add(notice.at("/kind").asText()));
        return kinds;
    }

    /** Twelve bookings a day, of which every fourth is cancelled a day before the arrival. */
    private void loadBookings() throws SQLException {
        String property = "prp_00000000000000000000000F01";
        try (Connection connection = DriverManager.getConnection(insights.warehouseUrl(), "waymark", "");
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = warehouse");
            statement.execute(
                    "insert into dim_property values ('%s', '%s', 'F1', 'Casa Due', 'Rome', 'EUR', 'Europe/Rome', 1)"
                            .formatted(RunningInsights.TENANT, property));
            statement.execute("""
                    insert into fact_inventory_day
                    select '%s', 'rmt_00000000000000000000000F01', day::date, '%s', 60, 0, false, 0, false, false, 1
                    from generate_series(date '2016-06-01', date '2017-07-31', interval '1 day') day""".formatted(RunningInsights.TENANT, property));
            statement.execute("""
                    insert into fact_booking (tenant, booking_id, version, status, is_on_books, is_cancelled, is_no_show,
                      is_stayed, property_id, room_type_id, channel, booked_at, booked_on, arrival, departure, rooms,
                      room_nights, adults, children, infants, total_amount, currency, changes, special_requests,
                      parking_spaces, confirmed_at, cancelled_at, updated_at, recorded_at)
                    select '%s', 'bkg_F' || to_char(day, 'YYMMDD') || n, 1, 'confirmed', n %% 4 <> 0, n %% 4 = 0, false, false,
                      '%s', 'rmt_00000000000000000000000F01', 'Direct', day - make_interval(days => 3 + 3 * n),
                      (day - make_interval(days => 3 + 3 * n))::date, day::date, day::date + 2, 1, 2, 2, 0, 0, 100, 'EUR', 0, 0, 0,
                      day - make_interval(days => 3 + 3 * n), case when n %% 4 = 0 then day - interval '1 day' end, day, day
                    from generate_series(timestamptz '2016-06-01T12:00:00Z', timestamptz '2017-03-30T12:00:00Z',
                                         interval '1 day') day,
                         generate_series(1, 12) n
                    where extract(isodow from day) < 6 or n < 9""".formatted(RunningInsights.TENANT, property));
        }
    }
}
