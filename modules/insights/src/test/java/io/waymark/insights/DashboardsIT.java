package io.waymark.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of the sample, calculated by hand. */
class DashboardsIT {

    private static final String THREE_DAYS = "from=2017-03-06&to=2017-03-09";

    private final RunningInsights insights = RunningInsights.get();

    @Test
    void occupancyIsSoldNightsOverCapacity() {
        JsonNode dashboard = insights.json("/v1/dashboards/occupancy?" + THREE_DAYS);

        assertThat(column(dashboard, "occupancy")).containsExactly("0.1", "0.3", "0.1");
        assertThat(column(dashboard, "roomNights")).containsExactly("1", "3", "1");
        assertThat(column(dashboard, "free")).containsExactly("9", "7", "9");
        assertThat(dashboard.at("/totals/occupancy").asText()).isEqualTo("0.1667");
        assertThat(dashboard.at("/totals/capacity").asInt()).isEqualTo(30);
        assertThat(dashboard.at("/bucket").asText()).isEqualTo("day");
        assertThat(dashboard.at("/measures/0/definition").asText()).contains("share");
    }

    @Test
    void todayIsTheDateOfTheNewestEventWhereThePropertyIs() {
        assertThat(insights.json("/v1/dashboards/occupancy").at("/today").asText())
                .isEqualTo("2017-03-07");
        assertThat(insights.json("/v1/dashboards/occupancy").at("/to").asText()).isEqualTo("2017-03-08");
    }

    @Test
    void ratesDivideRevenueByWhatWasSoldAndByWhatCouldBe() {
        JsonNode dashboard = insights.json("/v1/dashboards/adr?property=H1&" + THREE_DAYS);

        assertThat(column(dashboard, "adr")).containsExactly("10000", "11333", "10000");
        assertThat(dashboard.at("/totals/adr").asLong()).isEqualTo(10_800);
        assertThat(dashboard.at("/totals/revpar").asLong()).isEqualTo(1_800);
        assertThat(dashboard.at("/totals/revenue").asLong()).isEqualTo(54_000);
        assertThat(dashboard.at("/currency").asText()).isEqualTo("EUR");
        assertThat(dashboard.at("/property/rooms").asInt()).isEqualTo(10);
    }

    @Test
    void weeksAndMonthsAreCutAtTheEndsOfThePeriod() {
        JsonNode weeks = insights.json("/v1/dashboards/occupancy?bucket=week&from=2017-03-08&to=2017-03-15");
        assertThat(weeks.at("/rows/0/from").asText()).isEqualTo("2017-03-08");
        assertThat(weeks.at("/rows/0/to").asText()).isEqualTo("2017-03-13");
        assertThat(weeks.at("/rows/1/from").asText()).isEqualTo("2017-03-13");
        assertThat(weeks.at("/rows/0/values/roomNights").asInt()).isEqualTo(1);
    }

    @Test
    void aYearBeforeIsTheSameWeekday() {
        JsonNode dashboard = insights.json("/v1/dashboards/occupancy?compare=year&" + THREE_DAYS);

        // 7 March 2016 was a Monday, as 6 March 2017 was.
        assertThat(dashboard.at("/rows/0/previous/roomNights").asInt()).isEqualTo(1);
        assertThat(dashboard.at("/rows/1/previous/roomNights").asInt()).isEqualTo(1);
        assertThat(dashboard.at("/rows/2/previous/roomNights").asInt()).isZero();
        assertThat(dashboard.at("/previousTotals/roomNights").asInt()).isEqualTo(2);
    }

    @Test
    void revenueByMonthComparesWithTheMonthOfTheYearBefore() {
        JsonNode dashboard = insights.json("/v1/dashboards/revenue?compare=year&from=2017-03-01&to=2017-04-01");

        assertThat(dashboard.at("/rows/0/key").asText()).isEqualTo("2017-03");
        assertThat(dashboard.at("/rows/0/values/revenue").asLong()).isEqualTo(54_000);
        assertThat(dashboard.at("/rows/0/values/bookings").asLong()).isEqualTo(2);
        assertThat(dashboard.at("/rows/0/previous/revenue").asLong()).isEqualTo(18_000);
    }

    @Test
    void pickUpCountsByTheDayInThePropertysOwnTime() {
        JsonNode dashboard = insights.json("/v1/dashboards/pick-up?from=2017-03-01&to=2017-03-08");

        assertThat(column(dashboard, "booked")).containsExactly("0", "2", "0", "0", "0", "0", "0");
        assertThat(column(dashboard, "cancelled")).containsExactly("0", "2", "0", "0", "0", "0", "1");
        assertThat(dashboard.at("/totals/net").asInt()).isEqualTo(-1);
        assertThat(dashboard.at("/totals/bookings").asInt()).isEqualTo(1);
    }

    @Test
    void cancellationsAreAShareOfAllThatWereConfirmed() {
        JsonNode totals =
                insights.json("/v1/dashboards/cancellations?" + THREE_DAYS).at("/totals");

        assertThat(totals.at("/bookings").asInt()).isEqualTo(4);
        assertThat(totals.at("/cancellationRate").asText()).isEqualTo("0.25");
        assertThat(totals.at("/noShowRate").asText()).isEqualTo("0.25");
        assertThat(totals.at("/lostRevenue").asLong()).isEqualTo(58_000);
    }

    @Test
    void leadTimeFallsIntoBinsWithAMedian() {
        JsonNode dashboard = insights.json("/v1/dashboards/lead-time?from=2017-02-01&to=2017-03-08");

        List<String> bins = new ArrayList<>();
        dashboard.at("/rows").forEach(row -> {
            if (row.at("/values/bookings").asInt() > 0) {
                bins.add(row.at("/key").asText() + ":"
                        + row.at("/values/bookings").asInt());
            }
        });
        assertThat(bins).containsExactly("4:1", "8:2", "31:1");
        assertThat(dashboard.at("/totals/medianDays").asInt()).isEqualTo(9);
    }

    @Test
    void channelsAreOrderedByNights() {
        JsonNode dashboard = insights.json("/v1/dashboards/channels?" + THREE_DAYS);

        assertThat(dashboard.at("/rows/0/key").asText()).isEqualTo("Direct");
        assertThat(dashboard.at("/rows/0/values/share").asText()).isEqualTo("0.6");
        assertThat(dashboard.at("/rows/0/values/cancellationRate").asText()).isEqualTo("0");
        assertThat(dashboard.at("/rows/1/name").asText()).isEqualTo("Online agents");
        assertThat(dashboard.at("/rows/1/values/adr").asLong()).isEqualTo(12_000);
        assertThat(dashboard.at("/rows/1/values/cancellationRate").asText()).isEqualTo("0.5");
        assertThat(dashboard.at("/totals/revenue").asLong()).isEqualTo(54_000);
    }

    @Test
    void whatNobodyToldIsUnknown() {
        assertThat(insights.json("/v1/dashboards/markets?" + THREE_DAYS)
                        .at("/rows/1/key")
                        .asText())
                .isEqualTo("unknown");
        assertThat(insights.json("/v1/dashboards/countries?" + THREE_DAYS)
                        .at("/rows/0/name")
                        .asText())
                .isEqualTo("Portugal");
    }

    @Test
    void lengthOfStayCountsWhatIsOnTheBooks() {
        JsonNode dashboard = insights.json("/v1/dashboards/length-of-stay?" + THREE_DAYS);

        assertThat(dashboard.at("/totals/bookings").asInt()).isEqualTo(2);
        assertThat(dashboard.at("/totals/meanNights").asText()).isEqualTo("2");
        assertThat(dashboard.at("/rows/3/values/adr").asLong()).isEqualTo(10_000);
    }

    @Test
    void theFirstPageShowsOnePropertyAtAGlance() {
        JsonNode overview = insights.json("/v1/dashboards/operations?property=" + Sample.PROPERTY);

        assertThat(overview.at("/property/name").asText()).isEqualTo("Casa Uno");
        assertThat(overview.at("/date").asText()).isEqualTo("2017-03-07");
        assertThat(overview.at("/occupancy")).hasSize(28 + 84);
        assertThat(overview.at("/occupancy/28/sold").asInt()).isEqualTo(3);
        assertThat(overview.at("/occupancy/28/onBooks").asText()).isEqualTo("0.3");
        assertThat(overview.at("/occupancy/27/actual").asText()).isEqualTo("0.1");
        assertThat(overview.at("/occupancy/28/actual").isMissingNode()).isTrue();
        assertThat(overview.at("/occupancy/27/lastYear").asText()).isEqualTo("0.1");
        assertThat(overview.at("/channels/0/roomNights").asInt()).isEqualTo(1);
        assertThat(overview.at("/leadTime/medianDays").asInt()).isEqualTo(9);
        assertThat(overview.at("/feed")).hasSize(8);
        assertThat(overview.at("/feed/0/kind").asText()).isEqualTo("no-show");
        assertThat(overview.at("/metrics")).hasSize(5);
        // Three rooms of the 7th and one of the 8th, of 300.
        assertThat(overview.at("/metrics/0/value").asText()).isEqualTo("0.0133");
        assertThat(overview.at("/metrics/3/value").asInt()).isEqualTo(-1);
        assertThat(overview.at("/metrics/3/change").isMissingNode()).isTrue();
        assertThat(overview.at("/metrics/0/trend")).hasSize(14);
    }

    @Test
    void aPastDayIsLookedAtWithItsOwnBooks() {
        JsonNode overview = insights.json("/v1/dashboards/operations?date=2017-03-01&property=" + Sample.PROPERTY);

        assertThat(overview.at("/today").asText()).isEqualTo("2017-03-07");
        // The guest who never came was still expected, and so was a booking that was cancelled on the next day.
        assertThat(overview.at("/occupancy/33/date").asText()).isEqualTo("2017-03-06");
        assertThat(overview.at("/occupancy/33/sold").asInt()).isEqualTo(2);
        assertThat(overview.at("/occupancy/33/actual").asText()).isEqualTo("0.1");
        // What was booked half an hour before midnight UTC was booked on the next day in Rome.
        assertThat(overview.at("/occupancy/34/sold").asInt()).isEqualTo(2);
        // Three nights of the first, two of the cancelled, one of the no-show; 300, 500 and 80 euros.
        assertThat(overview.at("/metrics/0/value").asText()).isEqualTo("0.02");
        assertThat(overview.at("/metrics/1/value").asLong()).isEqualTo(14_667);
        assertThat(overview.at("/metrics/2/value").asLong()).isEqualTo(293);
        assertThat(overview.at("/feed/0/kind").asText()).isEqualTo("booked");
        assertThat(overview.at("/feed")).hasSize(3);
    }

    @Test
    void channelsOfTheFirstPageLookBack() {
        JsonNode overview = insights.json("/v1/dashboards/operations?date=2017-03-10");

        assertThat(overview.at("/channels/0/key").asText()).isEqualTo("Direct");
        assertThat(overview.at("/channels/0/roomNights").asInt()).isEqualTo(3);
        assertThat(overview.at("/channels/0/shareChange").asText()).isEqualTo("-0.4");
        assertThat(overview.at("/channels/1/adr").asInt()).isEqualTo(12_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "occupancy",
                "adr",
                "pick-up",
                "cancellations",
                "lead-time",
                "channels",
                "markets",
                "countries",
                "length-of-stay",
                "revenue",
                "operations"
            })
    void everyAnswerSaysHowFreshItIs(String name) {
        JsonNode freshness = insights.json("/v1/dashboards/" + name).at("/freshness");

        assertThat(freshness.at("/source").asText()).isEqualTo("warehouse");
        assertThat(freshness.at("/asOf").asText()).startsWith("20");
        assertThat(freshness.at("/lagMillis").asLong()).isNotNegative();
    }

    @Test
    void anotherTenantSeesItsOwnFigures() {
        HttpResponse<String> theirs =
                insights.ask(RunningInsights.STRANGER, "/v1/dashboards/adr?property=H1&" + THREE_DAYS);

        assertThat(RunningInsights.tree(theirs.body()).at("/totals/revenue").asLong())
                .isEqualTo(54_000_000);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    /v1/dashboards/nonsense,                                    404
                    /v1/dashboards/adr?property=nowhere,                        404
                    /v1/dashboards/adr?property=H1'%20or%20'1'='1,              404
                    /v1/dashboards/adr?from=2017-03-09&to=2017-03-09,           422
                    /v1/dashboards/adr?from=2010-01-01&to=2017-03-09,           422
                    /v1/dashboards/adr?from=tomorrow,                           422
                    /v1/dashboards/adr?bucket=month');drop,                     422
                    /v1/dashboards/adr?compare=decade,                          422
                    /v1/dashboards/operations?days=3,                           422
                    /v1/dashboards/operations?date=0001-01-01,                  422""")
    void whatCannotBeAnsweredIsRefused(String path, int status) {
        HttpResponse<String> answer = insights.ask(RunningInsights.TENANT, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("select ");
    }

    private static List<String> column(JsonNode dashboard, String measure) {
        List<String> values = new ArrayList<>();
        dashboard
                .at("/rows")
                .forEach(row -> values.add(row.at("/values").path(measure).asText()));
        return values;
    }
}
