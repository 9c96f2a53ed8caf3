package io.waymark.pipeline.jobs;

import io.waymark.events.Event;
import io.waymark.events.JournalCodec;
import io.waymark.events.JournalCodec.Encoded;
import io.waymark.events.Meta;
import io.waymark.pipeline.source.JournalRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Journal rows without a journal. */
public final class Rows {

    private Rows() {}

    /** The event as the entity's event of this number, an hour after the one before. */
    public static JournalRow row(String persistenceId, long number, Event event) {
        Instant occurredAt = Stories.BOOKED.plus(Duration.ofHours(number - 1));
        Encoded encoded = new JournalCodec().encode(meta(occurredAt, ""), event);
        return new JournalRow(100, number, persistenceId, number, encoded.name(), encoded.payload(), occurredAt);
    }

    /** A row that is no event. */
    public static JournalRow broken(String persistenceId, long number, String name, String payload) {
        return new JournalRow(
                100, number, persistenceId, number, name, payload.getBytes(StandardCharsets.UTF_8), Stories.BOOKED);
    }

    static Meta meta(Instant occurredAt, String previousHash) {
        return new Meta(
                Stories.TENANT,
                null,
                "channel:alpine",
                null,
                null,
                "cmd_1",
                "digest",
                null,
                "alpinebits",
                null,
                null,
                occurredAt,
                occurredAt.plusSeconds(1),
                null,
                Map.of(),
                false,
                previousHash,
                "");
    }
}
