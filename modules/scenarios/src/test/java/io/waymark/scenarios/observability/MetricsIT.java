package io.waymark.scenarios.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.kernel.Ids;
import io.waymark.scenarios.api.ApiClient;
import io.waymark.scenarios.observability.AlertRules.Alert;
import io.waymark.scenarios.stack.Hotel;
import io.waymark.scenarios.stack.Partner;
import io.waymark.scenarios.stack.RunningWaymark;
import io.waymark.scenarios.stack.WaymarkExtension;
import io.waymark.servers.Readiness;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of what a running node and a running pipeline tell Prometheus. */
@ExtendWith(WaymarkExtension.class)
class MetricsIT {

    private static final Pattern NAME = Pattern.compile("(?m)^([a-z_0-9]+)[{ ]");
    private static final Pattern ID = Pattern.compile("\\b[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}\\b");
    private static final Pattern LABELS = Pattern.compile("(?m)^waymark[^{ ]*\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final RunningWaymark waymark;

    MetricsIT(RunningWaymark waymark) {
        this.waymark = waymark;
    }

    @Test
    void everyMetricThatAnAlertReadsIsToldByARunningProcess() {
        book();
        Set<String> told = new TreeSet<>();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            told.addAll(names(node()));
            told.addAll(names(pipeline()));
            // Prometheus itself tells whether a target answers.
            told.add("up");

            for (Alert alert : AlertRules.all()) {
                assertThat(told).as(alert.name()).containsAll(alert.metrics());
            }
        });
    }

    @Test
    void promtoolTakesWhatIsTold() {
        book();
        Promtool.Verdict node = Promtool.ask(node(), "check", "metrics");
        Promtool.Verdict pipeline = Promtool.ask(pipeline(), "check", "metrics");

        assertThat(node.content()).as(node.words()).isTrue();
        assertThat(pipeline.content()).as(pipeline.words()).isTrue();
    }

    @Test
    void aCommandIsCountedAtEveryStage() {
        book();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(node())
                        .containsPattern(
                                "waymark_http_requests_seconds_count\\{method=\"PUT\",route=\"/v1/bookings/\\{bookingId}\",status=\"2xx\"} [1-9]")
                        .containsPattern("waymark_commands_seconds_count\\{entity=\"Booking\",outcome=\"done\"} [1-9]")
                        .containsPattern("waymark_journal_events_total [1-9]")
                        .containsPattern("waymark_projection_events_total\\{projection=\"[a-z-]+\"} [1-9]")
                        .containsPattern("waymark_entities_live\\{entity=\"Booking\"} [1-9]")
                        .containsPattern(
                                "waymark_channel_messages_seconds_count\\{action=\"[^\"]+\",direction=\"in\",outcome=\"refused\"} [1-9]")
                        .containsPattern("hikaricp_connections\\{pool=\"waymark-node-1\"} [1-9]"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(pipeline())
                        .containsPattern(
                                "waymark_pipeline_sink_rows_total\\{[^}]*sink=\"search_bookings\"[^}]*} [1-9]"));
    }

    @Test
    void noLabelTellsWhoseItIs() {
        book();
        for (String scrape : Set.of(node(), pipeline())) {
            assertThat(ID.matcher(scrape).results().map(MatchResult::group)).isEmpty();
            assertThat(scrape).doesNotContain(waymark.demo().tenant()).doesNotContain("Okafor");
            assertThat(LABELS.matcher(scrape)
                            .results()
                            .flatMap(series -> LABEL.matcher(series.group(1)).results())
                            .map(label -> label.group(1)))
                    .isSubsetOf(
                            "method",
                            "route",
                            "status",
                            "entity",
                            "outcome",
                            "projection",
                            "direction",
                            "action",
                            "sink",
                            "check",
                            "state",
                            "le",
                            "operator",
                            "subtask",
                            "task");
        }
    }

    @Test
    void manyAddressesMakeNoMoreSeries() {
        ApiClient admin = waymark.admin();
        admin.get("/v1/bookings/" + Ids.derived("bkg", "metrics", "first"));
        admin.get("/v1/me");
        long before = node().lines().count();
        for (int number = 0; number < 50; number++) {
            admin.get("/v1/bookings/" + Ids.derived("bkg", "metrics", Integer.toString(number)));
        }

        assertThat(node().lines().count()).isLessThan(before + 50);
    }

    private void book() {
        ApiClient admin = waymark.admin();
        Hotel hotel = Hotel.open(waymark, admin, "METRICS", 5);
        admin.put(
                        "/v1/bookings/" + Ids.derived("bkg", "metrics", "booking"),
                        hotel.booking(Hotel.OPENING.plusDays(3), Hotel.OPENING.plusDays(5)))
                .succeeded();
        Partner.of(waymark).post("OTA_Nonsense:Nothing", new byte[0], Map.of());
    }

    private String node() {
        return scrape(waymark.settings().managementPort(1));
    }

    private String pipeline() {
        return scrape(waymark.settings().flinkMetricsPort());
    }

    private static String scrape(int port) {
        return Readiness.body(HTTP, URI.create("http://127.0.0.1:" + port + "/metrics"))
                .orElseThrow();
    }

    private static Set<String> names(String scrape) {
        return NAME.matcher(scrape).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
