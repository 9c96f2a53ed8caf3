package io.waymark.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutePatternsTest {

    private static final RoutePatterns PATTERNS = RoutePatterns.ofOpenApi("""
            openapi: 3.1.0
            paths:
              /v1/bookings:
                get:
                  summary: all
              /v1/bookings/{bookingId}:
                get:
                  summary: one
              /v1/bookings/{bookingId}/changes/{changeId}:
                put:
                  summary: change
              /v1/exports/bookings.csv:
                get:
                  summary: lines
              /v1/exports/dashboards/{dashboard}.csv:
                get:
                  summary: figures
            components:
              /not/a/path:
            """);

    @ParameterizedTest
    @CsvSource({
        "/v1/bookings, /v1/bookings",
        "/v1/bookings/bkg_1, /v1/bookings/{bookingId}",
        "/v1/bookings/bkg_1/changes/7, /v1/bookings/{bookingId}/changes/{changeId}",
        "/v1/exports/bookings.csv, /v1/exports/bookings.csv",
        "/v1/exports/dashboards/adr.csv, /v1/exports/dashboards/{dashboard}.csv",
        "/v1/exports/dashboards/adr, other",
        "/v1/bookings/bkg_1/changes, other",
        "/v1, other",
        "/, other",
        "/not/a/path, other",
        "/assets/index.js, other",
    })
    void aPathCountsAsTheDocumentedOneThatItFits(String path, String pattern) {
        assertThat(PATTERNS.of(path)).isEqualTo(pattern);
    }

    @Test
    void anEmptyPathIsNoneOfTheDocumented() {
        assertThat(PATTERNS.of("")).isEqualTo(RoutePatterns.UNDOCUMENTED);
    }

    @Property
    void whateverIsAskedForThereAreNoMorePatternsThanDocumentedOnes(@ForAll String path) {
        assertThat(PATTERNS.of("/v1/" + path))
                .isIn(
                        "other",
                        "/v1/bookings",
                        "/v1/bookings/{bookingId}",
                        "/v1/bookings/{bookingId}/changes/{changeId}");
    }
}
