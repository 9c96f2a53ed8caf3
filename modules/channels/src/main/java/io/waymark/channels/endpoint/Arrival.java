package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * A POST to the endpoint before anything is known about it.
 *
 * @param occurredAt the header by which a replay says when the message really happened
 */
public record Arrival(
        Call call,
        @Nullable String authorization,
        @Nullable String occurredAt,
        @Nullable String ip,
        @Nullable String userAgent,
        String requestId,
        @Nullable String traceparent) {}
