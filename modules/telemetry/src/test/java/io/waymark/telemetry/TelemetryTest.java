package io.waymark.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.waymark.telemetry.CommandMeters.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelemetryTest {

    private final Telemetry telemetry = new Telemetry();

    @AfterEach
    void close() {
        telemetry.close();
    }

    @Test
    void everyStageIsToldFromTheFirstScrapeOn() {
        telemetry.commands().kind("Booking");
        telemetry.entities().kind("Booking");
        telemetry.projections().projection("booking-overview");

        assertThat(telemetry.scrape())
                .contains("waymark_commands_seconds_count{entity=\"Booking\",outcome=\"done\"} 0")
                .contains("waymark_entities_live{entity=\"Booking\"} 0.0")
                .contains("waymark_journal_writes_seconds_count{outcome=\"failed\"} 0")
                .contains(
                        "waymark_projection_steps_seconds_count{outcome=\"applied\",projection=\"booking-overview\"} 0")
                .contains("jvm_memory_used_bytes{area=\"heap\"");
    }

    @Test
    void aCommandCountsInTheBucketOfItsDuration() {
        CommandMeters.OfKind bookings = telemetry.commands().kind("Booking");

        bookings.ended(Outcome.DONE, System.nanoTime() - Duration.ofMillis(700).toNanos());

        assertThat(telemetry.scrape())
                .contains("waymark_commands_seconds_bucket{entity=\"Booking\",outcome=\"done\",le=\"0.5\"} 0")
                .contains("waymark_commands_seconds_bucket{entity=\"Booking\",outcome=\"done\",le=\"1.0\"} 1");
    }

    @Test
    void anEntityThatLeavesMemoryIsNotLiveAnyMore() {
        EntityMeters.OfKind bookings = telemetry.entities().kind("Booking");
        bookings.started();
        bookings.started();
        bookings.stopped();

        assertThat(telemetry.scrape())
                .contains("waymark_entities_live{entity=\"Booking\"} 1.0")
                .contains("waymark_entities_stops_total{entity=\"Booking\"} 1.0");
    }

    @Test
    void aTenantCannotBecomeALabel() {
        Counter.builder("waymark.bookings")
                .tags("tenant", "ten_01J00000000000000000000000")
                .register(telemetry.registry())
                .increment();

        assertThat(telemetry.scrape()).doesNotContain("ten_01J0");
    }

    @Test
    void manyDifferentActionsOfAPartnerDoNotMakeManySeries() {
        IntStream.range(0, 2_000)
                .forEach(number ->
                        telemetry.channels().message("in", "action-" + number, "success", Duration.ofMillis(1)));

        assertThat(telemetry.scrape().lines().filter(line -> line.startsWith("waymark_channel_messages_seconds_count")))
                .hasSizeLessThanOrEqualTo(201)
                .anyMatch(line -> line.contains("action=\"other\""));
    }

    @Test
    void aGaugeOfSomethingThatIsGoneIsNoNumber() {
        GaugeFamily lag = telemetry.gauges("waymark.pipeline.sink.lag.seconds", "Lag", "sink");
        lag.set(Map.of("search", 1.5, "warehouse", 2.0));
        lag.set(Map.of("search", 0.5));

        assertThat(telemetry.scrape())
                .contains("waymark_pipeline_sink_lag_seconds{sink=\"search\"} 0.5")
                .contains("waymark_pipeline_sink_lag_seconds{sink=\"warehouse\"} NaN");
    }
}
