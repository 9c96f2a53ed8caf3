package io.waymark.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** A span that has begun. It knows nothing of threads: whoever has it may end it anywhere, once. */
public final class TraceSpan {

    private final Span span;

    TraceSpan(Span span) {
        this.span = span;
    }

    /** The text by which others go on below this span; none where it was not chosen to be recorded. */
    public @Nullable String traceparent() {
        SpanContext context = span.getSpanContext();
        return context.isSampled()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }

    /** Notes something from a fixed list; never what a person wrote. */
    public TraceSpan with(String attribute, String value) {
        span.setAttribute(attribute, value);
        return this;
    }

    public TraceSpan with(String attribute, long value) {
        span.setAttribute(attribute, value);
        return this;
    }

    /**
     * Ends a span, if there is one.
     *
     * @param failure why what it is about failed; only its kind is kept, as its message may hold anything
     */
    public static void end(@Nullable TraceSpan begun, @Nullable Throwable failure) {
        if (begun != null) {
            if (failure != null) {
                begun.span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            }
            begun.span.end();
        }
    }
}
