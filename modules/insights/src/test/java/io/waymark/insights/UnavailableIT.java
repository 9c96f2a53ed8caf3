package io.waymark.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told while Elasticsearch and the warehouse are away. */
class UnavailableIT {

    private static final RunningInsights INSIGHTS = RunningInsights.withoutServers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/search/bookings?q=a",
                "/v1/search/bookings/suggestions?q=a",
                "/v1/dashboards/operations",
                "/v1/dashboards/adr",
                "/v1/feed/recent",
                "/v1/exports/bookings.csv",
                "/v1/exports/dashboards/adr.csv"
            })
    void whoeverAsksIsToldToComeBack(String path) {
        HttpResponse<String> answer = INSIGHTS.askOnce(RunningInsights.TENANT, path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(RunningInsights.tree(answer.body()).at("/code").asText()).isEqualTo("unavailable");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("127.0.0.1");
    }
}
