package io.waymark.pipeline.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message exchanged with a channel, as it is searched. Every field stands in {@code search/channel-messages.json}. */
public record ChannelMessageDocument(
        String id,
        @Nullable String tenant,
        @Nullable String connection,
        @Nullable String action,
        String direction,
        @Nullable String hotelCode,
        List<String> remoteIds,
        String outcome,
        @Nullable Integer httpStatus,
        @Nullable String errorCode,
        @Nullable String reason,
        @Nullable Long bytes,
        @Nullable Long durationMicros,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable String requestId) {}
