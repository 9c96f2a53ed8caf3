package io.waymark.pipeline.jobs.booking;

import io.waymark.events.Meta;
import io.waymark.pipeline.source.JournalRow;
import io.waymark.pipeline.stream.Positioned;
import java.time.Instant;

/**
 * Up to which event a booking is folded.
 *
 * @param version number of the event within the booking
 * @param occurredAt when it happened in the business
 * @param recordedAt when it was written
 */
record Mark(long version, long txId, long ordering, Instant occurredAt, Instant recordedAt) implements Positioned {

    static Mark of(JournalRow row, Meta meta) {
        return new Mark(row.sequenceNumber(), row.txId(), row.ordering(), meta.occurredAt(), meta.recordedAt());
    }
}
