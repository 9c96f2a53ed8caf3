package io.waymark.events;

import io.waymark.kernel.Tenant;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of an event: who, for whom, why, from where, when, and its place in the entity's hash chain.
 *
 * @param legalEntity the legal entity of the tenant, where the tenant has several
 * @param actor who did it, such as {@code key:key_…}, {@code channel:name}, {@code process:name}
 * @param actingFor whom the actor impersonated
 * @param commandId the caller's id of the command; the same id never takes effect twice
 * @param commandDigest hex SHA-256 of the command's content, so that a reused id with other content is noticed
 * @param causation what led to the command, such as {@code chm_…} or {@code cbk_…/3}
 * @param source the kind of edge: http, alpinebits, process, timer
 * @param occurredAt when it happened in the business; a replay of real data says when that was
 * @param recordedAt when we wrote it
 * @param traceparent the trace that the command belonged to, where it was traced
 * @param rules name and version of every rule that was applied
 * @param pending whether the entity still owes the outside a step after this event; whoever sleeps on one is woken
 * @param previousHash hash of the entity's event before this one; empty for its first
 * @param hash hex SHA-256 of {@code previousHash}, a line feed and the canonical JSON of the row in which this field is empty
 */
public record Meta(
        Tenant tenant,
        @Nullable String legalEntity,
        String actor,
        @Nullable String actingFor,
        @Nullable String reason,
        String commandId,
        String commandDigest,
        @Nullable String causation,
        String source,
        @Nullable String ip,
        @Nullable String userAgent,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String traceparent,
        Map<String, String> rules,
        boolean pending,
        String previousHash,
        String hash) {

    public Meta {
        rules = Map.copyOf(rules);
    }

    /** The same circumstances with the link of the hash chain closed. */
    public Meta withHash(String hash) {
        return new Meta(
                tenant,
                legalEntity,
                actor,
                actingFor,
                reason,
                commandId,
                commandDigest,
                causation,
                source,
                ip,
                userAgent,
                occurredAt,
                recordedAt,
                traceparent,
                rules,
                pending,
                previousHash,
                hash);
    }
}
