package io.waymark.pipeline.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.servers.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {

    private final int port = Ports.free();
    private final MetricsEndpoint endpoint = new MetricsEndpoint();
    private final SimpleCounter rows = new SimpleCounter();
    private final MetricGroup writer = group(Map.of(
            "<operator_name>", "bookings to search: Writer",
            "<subtask_index>", "0",
            "<sink>", "search-bookings",
            "<task_attempt_id>", "3dff0853"));

    @BeforeEach
    void open() {
        endpoint.open(config());
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void whatIsOnTheListIsToldUnderItsNameAndInItsUnit() throws Exception {
        rows.inc(42);
        endpoint.notifyOfAddedMetric(rows, "rowsWritten", writer);
        Gauge<Long> lag = () -> 1_500L;
        endpoint.notifyOfAddedMetric(lag, "lagMillis", writer);

        assertThat(scrape())
                .contains("# TYPE waymark_pipeline_sink_rows_total counter")
                .contains(
                        "waymark_pipeline_sink_rows_total{operator=\"bookings_to_search_writer\",sink=\"search_bookings\",subtask=\"0\"} 42.0")
                .contains("waymark_pipeline_sink_written_age_seconds{")
                .contains("} 1.5")
                .doesNotContain("3dff0853");
    }

    @Test
    void whatIsNotOnTheListIsNotTold() throws Exception {
        endpoint.notifyOfAddedMetric(rows, "numBytesOutPerSecond", writer);

        assertThat(scrape()).isEmpty();
    }

    @Test
    void whatIsGoneIsNotToldAnyMore() throws Exception {
        endpoint.notifyOfAddedMetric(rows, "rowsWritten", writer);
        endpoint.notifyOfRemovedMetric(rows, "rowsWritten", writer);

        assertThat(scrape()).isEmpty();
    }

    @Test
    void aGaugeThatIsNoNumberIsLeftOut() throws Exception {
        Gauge<String> words = () -> "many";
        endpoint.notifyOfAddedMetric(words, "uptime", writer);

        assertThat(scrape()).isEmpty();
    }

    @Test
    void itListensOnLoopbackUnlessToldOtherwiseAndSaysWhereItCannot() throws Exception {
        for (InetAddress address :
                InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
            if (!address.isLoopbackAddress()) {
                assertThatThrownBy(() -> scrape(address.getHostAddress())).isInstanceOf(IOException.class);
            }
        }
        assertThatThrownBy(() -> new MetricsEndpoint().open(config())).hasMessageContaining(Integer.toString(port));
    }

    private MetricConfig config() {
        MetricConfig config = new MetricConfig();
        config.setProperty("port", Integer.toString(port));
        return config;
    }

    private String scrape() throws IOException, InterruptedException {
        return scrape("127.0.0.1");
    }

    private String scrape(String host) throws IOException, InterruptedException {
        URI address = URI.create("http://" + host + ":" + port + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private static MetricGroup group(Map<String, String> variables) {
        return new UnregisteredMetricsGroup() {
            @Override
            public Map<String, String> getAllVariables() {
                return variables;
            }
        };
    }
}
