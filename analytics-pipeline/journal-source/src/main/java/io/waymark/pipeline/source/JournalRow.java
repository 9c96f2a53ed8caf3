package io.waymark.pipeline.source;

import io.waymark.pipeline.stream.Positioned;
import java.time.Instant;

/**
 * One row of the journal, not decoded yet.
 *
 * @param persistenceId {@code <EntityType>|<tenant>:<id>}
 * @param eventName the stable name, such as {@code booking.confirmed.v1}
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on as they are; nobody compares these records
public record JournalRow(
        long txId,
        long ordering,
        String persistenceId,
        long sequenceNumber,
        String eventName,
        byte[] payload,
        Instant recordedAt)
        implements Positioned {

    /** The part of the persistence id that says what kind of entity it is. */
    public String entityType() {
        int bar = persistenceId.indexOf('|');
        return bar < 0 ? "" : persistenceId.substring(0, bar);
    }
}
