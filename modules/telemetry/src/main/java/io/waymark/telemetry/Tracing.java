package io.waymark.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Traces of this process, off unless it is told where to send them.
 *
 * <p>A trace crosses actors, nodes and the journal as text (the W3C {@code traceparent}), never as a thread's hidden state:
 * where there is no text there is no span and no cost. Off, {@link #span} is one comparison.
 */
public final class Tracing {

    /** Where spans are sent, the base address of an OTLP collector over HTTP such as {@code
     * http://collector:4318}; without it nothing is traced. */
    public static final String ENDPOINT = "WAYMARK_OTLP_ENDPOINT";

    /** The share of requests that are traced where the caller has not decided, from 0 to 1. */
    public static final String RATIO = "WAYMARK_TRACE_RATIO";

    private static final Duration EXPORT_LIMIT = Duration.ofSeconds(5);
    private static final int LONGEST_QUEUE = 4_096;

    /** One for the process, as OpenTelemetry has it: operators and journals are made by others and find it here. */
    private static final AtomicReference<@Nullable Tracing> CURRENT = new AtomicReference<>();

    private final OpenTelemetrySdk telemetry;
    private final Tracer tracer;

    private Tracing(OpenTelemetrySdk telemetry) {
        this.telemetry = telemetry;
        this.tracer = telemetry.getTracer("io.waymark");
    }

    /** Starts tracing if the environment says where to; again does no harm. */
    public static void start(String process, Map<String, String> environment) {
        String endpoint = environment.getOrDefault(ENDPOINT, "").strip();
        if (!endpoint.isEmpty() && !on()) {
            install(exporting(process, endpoint, ratio(environment.getOrDefault(RATIO, "1"))));
        }
    }

    /** Traces with this from now on. */
    public static void install(OpenTelemetrySdk telemetry) {
        CURRENT.set(new Tracing(telemetry));
    }

    /** Traces no more; what has ended is still sent, for a few seconds. */
    public static void stop() {
        @Nullable Tracing tracing = CURRENT.getAndSet(null);
        if (tracing != null) {
            tracing.telemetry.shutdown().join(EXPORT_LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    public static boolean on() {
        return CURRENT.get() != null;
    }

    /**
     * Begins a span that nothing led to, or what a caller from outside says in its {@code traceparent}.
     *
     * @return none where nothing is traced
     */
    public static @Nullable TraceSpan begin(String name, @Nullable String traceparent) {
        @Nullable Tracing tracing = CURRENT.get();
        return tracing == null ? null : tracing.begin(name, SpanKind.SERVER, traceparent);
    }

    /**
     * Begins a span below the one that the text names.
     *
     * @return none where nothing is traced, or not this
     */
    public static @Nullable TraceSpan span(String name, @Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        @Nullable Tracing tracing = CURRENT.get();
        return tracing == null ? null : tracing.begin(name, SpanKind.INTERNAL, traceparent);
    }

    private TraceSpan begin(String name, SpanKind kind, @Nullable String traceparent) {
        return new TraceSpan(tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent(traceparent))
                .startSpan());
    }

    private static Context parent(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, Header.INSTANCE);
    }

    private static OpenTelemetrySdk exporting(String process, String endpoint, double ratio) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.replaceAll("/+$", "") + "/v1/traces")
                .setTimeout(EXPORT_LIMIT)
                .build();
        SdkTracerProvider traces = SdkTracerProvider.builder()
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), process)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setMaxQueueSize(LONGEST_QUEUE)
                        .build())
                .build();
        return OpenTelemetrySdk.builder()
                .setTracerProvider(traces)
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build();
    }

    private static double ratio(String text) {
        try {
            double ratio = Double.parseDouble(text);
            if (ratio >= 0 && ratio <= 1) {
                return ratio;
            }
        } catch (NumberFormatException e) {
            // Told below, with the same words as a number out of range.
        }
        throw new IllegalArgumentException(RATIO + " takes a number from 0 to 1, not " + text + ".");
    }

    /** Reads a context out of the one header that it needs. */
    private enum Header implements TextMapGetter<String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
            return key.equals("traceparent") ? traceparent : null;
        }
    }
}
