package io.waymark.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracingTest {

    private static final String CALLER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @AfterEach
    void stop() {
        Tracing.stop();
    }

    @Test
    void nothingIsTracedUnlessItIsAskedFor() {
        Tracing.start("node", Map.of());

        assertThat(Tracing.on()).isFalse();
        assertThat(Tracing.begin("PUT", CALLER)).isNull();
        assertThat(Tracing.span("ask", CALLER)).isNull();
    }

    @Test
    void aRequestGoesOnWithItsCallersTraceAndACommandBelowTheRequest() {
        install();
        TraceSpan request = Objects.requireNonNull(Tracing.begin("PUT /v1/bookings/{bookingId}", CALLER));
        TraceSpan command = Objects.requireNonNull(Tracing.span("ask Booking", request.traceparent()));
        TraceSpan.end(command, null);
        TraceSpan.end(request, null);

        List<SpanData> ended = spans.getFinishedSpanItems();
        assertThat(ended).extracting(SpanData::getTraceId).containsOnly("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(ended.getFirst().getParentSpanId()).isEqualTo(ended.getLast().getSpanId());
        assertThat(ended.getLast().getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    }

    @Test
    void whatIsNoTraceparentBeginsATraceOfItsOwn() {
        install();
        TraceSpan request = Objects.requireNonNull(Tracing.begin("PUT", "not a traceparent"));
        TraceSpan.end(request, null);

        assertThat(spans.getFinishedSpanItems())
                .singleElement()
                .satisfies(span ->
                        assertThat(span.getParentSpanContext().isValid()).isFalse());
    }

    @Test
    void aCallerThatDoesNotWantToBeTracedIsNot() {
        install();
        TraceSpan request =
                Objects.requireNonNull(Tracing.begin("PUT", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"));

        assertThat(request.traceparent()).isNull();
    }

    @Test
    void aFailureIsKeptByItsKindOnly() {
        install();
        TraceSpan.end(Tracing.begin("PUT", null), new IllegalStateException("Maya Okafor"));

        assertThat(spans.getFinishedSpanItems().getFirst().toString())
                .contains("IllegalStateException")
                .doesNotContain("Okafor");
    }

    @Test
    void spansReachTheCollectorThatTheEnvironmentNames() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            String address = "http://127.0.0.1:" + collector.getAddress().getPort();
            Tracing.start("waymark-node", Map.of(Tracing.ENDPOINT, address));
            TraceSpan.end(Tracing.begin("PUT /v1/bookings/{bookingId}", null), null);
            Tracing.stop();
        } finally {
            collector.stop(0);
        }

        assertThat(received)
                .singleElement()
                .asString()
                .contains("waymark-node")
                .contains("PUT /v1/bookings/{bookingId}");
    }

    @Test
    void aShareThatIsNoneIsRefusedByName() {
        assertThatThrownBy(
                        () -> Tracing.start("node", Map.of(Tracing.ENDPOINT, "http://127.0.0.1:9", Tracing.RATIO, "2")))
                .hasMessageContaining(Tracing.RATIO);
    }

    private void install() {
        Tracing.install(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build());
    }
}
