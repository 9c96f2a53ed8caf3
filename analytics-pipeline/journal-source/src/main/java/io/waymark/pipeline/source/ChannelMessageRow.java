package io.waymark.pipeline.source;

import io.waymark.pipeline.stream.Positioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message exchanged with a channel, as the append table {@code channel_message} holds it. */
public record ChannelMessageRow(
        long txId,
        long ordering,
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
        @Nullable String requestId)
        implements Positioned {

    @Override
    public Instant recordedAt() {
        return receivedAt;
    }
}
