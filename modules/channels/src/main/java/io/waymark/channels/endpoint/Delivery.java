package io.waymark.channels.endpoint;

import io.waymark.channels.connection.ChannelConnection;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way in: who sent it, and when.
 *
 * @param messageId {@code chm_…}
 * @param backdated when it happened in the business, where the sender may say so and does
 */
public record Delivery(
        ChannelConnection connection,
        String messageId,
        String requestId,
        Instant receivedAt,
        @Nullable Instant backdated,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String traceparent) {

    public Tenant tenant() {
        return connection.tenant();
    }

    /** When the message happened in the business. */
    public Instant occurredAt() {
        return backdated == null ? receivedAt : backdated;
    }

    /**
     * The origin of a command that the message leads to.
     *
     * @param part tells the commands of one message apart
     */
    Origin origin(String part) {
        return new Origin(
                tenant(),
                null,
                "channel:" + connection.name(),
                null,
                null,
                messageId + "/" + part,
                messageId,
                connection.protocol().text(),
                ip,
                userAgent,
                backdated,
                null,
                traceparent);
    }
}
