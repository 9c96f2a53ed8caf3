package io.waymark.http;

import io.waymark.http.server.Handler;
import io.waymark.http.server.Request;
import io.waymark.kernel.Problem;
import io.waymark.telemetry.RequestMeters;
import io.waymark.telemetry.RoutePatterns;
import io.waymark.telemetry.TraceSpan;
import io.waymark.telemetry.Tracing;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Around whatever answers requests: counts and times each by the pattern of its path, and begins its trace. */
public final class MeasuredHandler implements Handler {

    /** One line a request, off unless WAYMARK_ACCESS_LOG says INFO. */
    private static final Logger ACCESS = LoggerFactory.getLogger("io.waymark.access");

    private final RequestMeters meters;
    private final RoutePatterns patterns;
    private final Handler inner;

    public MeasuredHandler(RequestMeters meters, RoutePatterns patterns, Handler inner) {
        this.meters = meters;
        this.patterns = patterns;
        this.inner = inner;
    }

    @Override
    public CompletionStage<HttpResponse> answer(Request request) {
        long start = System.nanoTime();
        String method = request.method();
        String route = patterns.of(request.path());
        @Nullable TraceSpan span = Tracing.on() ? span(request, method + " " + route) : null;
        return inner.answer(span == null ? request : request.tracedBy(span.traceparent()))
                .whenComplete((response, failure) -> {
                    int status = failure == null ? response.status().intValue() : 500;
                    meters.answered(method, route, status, start);
                    TraceSpan.end(span, failure);
                    if (ACCESS.isInfoEnabled()) {
                        log(method, route, status, start, failure == null ? response : null);
                    }
                });
    }

    @Override
    public Instant now() {
        return inner.now();
    }

    @Override
    public HttpResponse refusal(Problem problem) {
        return inner.refusal(problem);
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

    private static @Nullable TraceSpan span(Request request, String name) {
        return Tracing.begin(name, request.header("traceparent").orElse(null));
    }
}
