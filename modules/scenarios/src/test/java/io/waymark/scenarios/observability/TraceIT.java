package io.waymark.scenarios.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.waymark.kernel.Ids;
import io.waymark.pipeline.jobs.JournalPipeline;
import io.waymark.pipeline.jobs.PipelineEnds;
import io.waymark.pipeline.source.ChannelMessageTable;
import io.waymark.pipeline.source.Database;
import io.waymark.pipeline.source.JournalTable;
import io.waymark.pipeline.source.TailSettings;
import io.waymark.pipeline.source.TailSource;
import io.waymark.scenarios.api.ApiClient;
import io.waymark.scenarios.stack.Hotel;
import io.waymark.telemetry.Tracing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A booking's way from the request to the pipeline, as one trace. */
class TraceIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String BOOKING = Ids.derived("bkg", "traces", "booking");

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @BeforeEach
    void trace() {
        Tracing.install(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build());
    }

    @AfterEach
    void traceNoMore() {
        Tracing.stop();
    }

    @Test
    void aRequestItsCommandsTheJournalsWritesAndThePipelineAreOneTrace() throws Exception {
        try (TracedNode node = new TracedNode()) {
            book(node.client(), "01");
            JobClient pipeline = pipeline(node.databaseUrl());
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(ofTheTrace())
                            .extracting(SpanData::getName)
                            .contains("fold booking"));
            pipeline.cancel().get();
        }

        List<SpanData> trace = ofTheTrace();
        assertThat(trace)
                .extracting(SpanData::getName)
                .contains(
                        "PUT /v1/bookings/{bookingId}", "ask Booking", "ask RoomType", "journal write", "fold booking");
        SpanData request = one(trace, "PUT /v1/bookings/{bookingId}");
        SpanData command = one(trace, "ask Booking");
        assertThat(request.getParentSpanId()).isEqualTo(CALLER);
        assertThat(command.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(trace)
                .filteredOn(span -> span.getName().equals("fold booking"))
                .allMatch(span -> span.getParentSpanId().equals(command.getSpanId()));
        assertThat(spans.getFinishedSpanItems().toString())
                .doesNotContain("Okafor")
                .doesNotContain(TracedNode.TENANT);
    }

    @Test
    void whatItsCallerDoesNotWantTracedLeavesNoTraceNotEvenInTheJournal() throws Exception {
        try (TracedNode node = new TracedNode()) {
            book(node.client(), "00");

            assertThat(ofTheTrace()).isEmpty();
            assertThat(node.client().get("/v1/bookings/" + BOOKING + "/history").text())
                    .doesNotContain(TRACE);
        }
    }

    private static void book(ApiClient client, String sampled) {
        Hotel hotel = new Hotel(TracedNode.TENANT, "TRACES");
        client.put("/v1/properties/" + hotel.id(), hotel.description()).succeeded();
        client.put(
                        "/v1/room-types/" + hotel.roomTypeId() + "/calendar",
                        Map.of("changes", List.of(Map.of("from", "2031-01-01", "to", "2031-02-01", "capacity", 3))))
                .succeeded();
        client.put(
                        "/v1/bookings/" + BOOKING,
                        hotel.booking(Hotel.OPENING.plusDays(1), Hotel.OPENING.plusDays(2)),
                        Map.of("traceparent", "00-" + TRACE + "-" + CALLER + "-" + sampled))
                .succeeded();
    }

    private static JobClient pipeline(String databaseUrl) throws Exception {
        Database journal = new Database(databaseUrl, "waymark", "");
        Configuration configuration = new Configuration();
        configuration.setString("taskmanager.memory.network.min", "16mb");
        configuration.setString("taskmanager.memory.network.max", "16mb");
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        new JournalPipeline(new PipelineEnds(
                        new TailSource<>(journal, new JournalTable(), TailSettings.DEFAULT),
                        new TailSource<>(journal, new ChannelMessageTable(), TailSettings.DEFAULT.withSplits(1)),
                        new PipelineEnds.WarehouseEnds(
                                new DiscardingSink<>(),
                                new DiscardingSink<>(),
                                new DiscardingSink<>(),
                                new DiscardingSink<>(),
                                new DiscardingSink<>()),
                        new PipelineEnds.SearchEnds(
                                new DiscardingSink<>(), new DiscardingSink<>(), new DiscardingSink<>())))
                .addTo(environment);
        return environment.executeAsync("traces");
    }

    private List<SpanData> ofTheTrace() {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(TRACE))
                .filter(span -> span.getSpanContext().isSampled())
                .toList();
    }

    private static SpanData one(List<SpanData> trace, String name) {
        return Objects.requireNonNull(trace.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElse(null));
    }
}
