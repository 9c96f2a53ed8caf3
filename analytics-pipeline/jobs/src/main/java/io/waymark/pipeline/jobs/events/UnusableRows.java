package io.waymark.pipeline.jobs.events;

import io.waymark.pipeline.source.JournalRow;
import io.waymark.pipeline.stream.DeadLetter;
import io.waymark.pipeline.stream.DeadLetter.Stage;
import io.waymark.pipeline.stream.JsonType;
import java.nio.charset.StandardCharsets;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Journal rows that cannot be used, on their way to the dead letters. */
public final class UnusableRows {

    /** The side output that they leave an operator by. */
    public static final OutputTag<DeadLetter> TAG = new OutputTag<>("dead-letters", new JsonType<>(DeadLetter.class));

    private static final String JOURNAL = "event_journal";

    private UnusableRows() {}

    public static DeadLetter letter(JournalRow row, String reason) {
        return new DeadLetter(
                Stage.FOLD,
                JOURNAL,
                row.txId(),
                row.ordering(),
                row.recordedAt(),
                tenant(row.persistenceId()),
                row.persistenceId(),
                row.sequenceNumber(),
                row.eventName(),
                reason,
                new String(row.payload(), StandardCharsets.UTF_8));
    }

    private static @Nullable String tenant(String persistenceId) {
        try {
            return EntityKey.parse(persistenceId).tenant();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
