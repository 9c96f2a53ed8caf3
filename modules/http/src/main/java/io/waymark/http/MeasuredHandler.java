package io.waymark.http;

import io.waymark.telemetry.RequestMeters;
import io.waymark.telemetry.RoutePatterns;
import io.waymark.telemetry.TraceSpan;
import io.waymark.telemetry.Tracing;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.AttributeKey;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.japi.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Around whatever answers requests: counts and times each by the pattern of its path, and begins its trace. */
public final class MeasuredHandler implements Function<HttpRequest, CompletionStage<HttpResponse>> {

    /** The trace that the request is part of, for the commands that it leads to. */
    private static final AttributeKey<String> TRACEPARENT = AttributeKey.create("traceparent", String.class);

    private static final long serialVersionUID = 1;

    /** One line a request, off unless WAYMARK_ACCESS_LOG says INFO. */
    private static final Logger ACCESS = LoggerFactory.getLogger("io.waymark.access");

    private final transient RequestMeters meters;
    private final transient RoutePatterns patterns;
    private final transient Function<HttpRequest, CompletionStage<HttpResponse>> inner;

    public MeasuredHandler(
            RequestMeters meters, RoutePatterns patterns, Function<HttpRequest, CompletionStage<HttpResponse>> inner) {
        this.meters = meters;
        this.patterns = patterns;
        this.inner = inner;
    }

    @Override
    public CompletionStage<HttpResponse> apply(HttpRequest request) throws Exception {
        long start = System.nanoTime();
        String method = request.method().value();
        String route = patterns.of(request.getUri().path());
        @Nullable TraceSpan span = Tracing.on() ? span(request, method + " " + route) : null;
        return inner.apply(span == null ? request : traced(request, span)).whenComplete((response, failure) -> {
            int status = failure == null ? response.status().intValue() : 500;
            meters.answered(method, route, status, start);
            TraceSpan.end(span, failure);
            if (ACCESS.isInfoEnabled()) {
                log(method, route, status, start, failure == null ? response : null);
            }
        });
    }

    /** The trace that this request is part of; none where it is not traced. */
    public static @Nullable String traceparent(HttpRequest request) {
        return request.getAttribute(TRACEPARENT).orElse(null);
    }

    /** The pattern and never the path: an address may hold what a person typed. */
    private static void log(String method, String route, int status, long start, @Nullable HttpResponse response) {
        String requestId = response == null
                ? ""
                : response.getHeader(Call.REQUEST_ID).map(HttpHeader::value).orElse("");
        ACCESS.atInfo()
                .addKeyValue("requestId", requestId)
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("micros", (System.nanoTime() - start) / 1_000)
                .log("answered");
    }

    private static @Nullable TraceSpan span(HttpRequest request, String name) {
        return Tracing.begin(
                name, request.getHeader("traceparent").map(HttpHeader::value).orElse(null));
    }

    private static HttpRequest traced(HttpRequest request, TraceSpan span) {
        @Nullable String traceparent = span.traceparent();
        return traceparent == null ? request : request.addAttribute(TRACEPARENT, traceparent);
    }
}
