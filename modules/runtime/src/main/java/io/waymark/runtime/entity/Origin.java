package io.waymark.runtime.entity;

import io.waymark.kernel.Tenant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a command comes from; it becomes the {@code meta} of the events that the command leads to.
 *
 * @param commandId the caller's id: the same id with the same content takes effect once
 * @param occurredAt when it happened in the business, where that is not now
 * @param expectedRevision refuse unless the entity is at this revision; null asks for no check
 * @param traceparent the W3C trace context below which the command is traced; null where it is not
 */
public record Origin(
        Tenant tenant,
        @Nullable String legalEntity,
        String actor,
        @Nullable String actingFor,
        @Nullable String reason,
        String commandId,
        @Nullable String causation,
        String source,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable Instant occurredAt,
        @Nullable Long expectedRevision,
        @Nullable String traceparent) {

    /** A command of our own, such as a process or a timer. */
    public static Origin internal(Tenant tenant, String actor, String source, String commandId) {
        return new Origin(tenant, null, actor, null, null, commandId, null, source, null, null, null, null, null);
    }

    /** The same origin for another command of the same cause; {@code part} tells the two apart. */
    public Origin part(String part) {
        return new Origin(
                tenant,
                legalEntity,
                actor,
                actingFor,
                reason,
                commandId + "/" + part,
                causation,
                source,
                ip,
                userAgent,
                occurredAt,
                null,
                traceparent);
    }

    /** The same origin, traced below another span. */
    public Origin tracedBy(@Nullable String span) {
        return new Origin(
                tenant,
                legalEntity,
                actor,
                actingFor,
                reason,
                commandId,
                causation,
                source,
                ip,
                userAgent,
                occurredAt,
                expectedRevision,
                span);
    }
}
