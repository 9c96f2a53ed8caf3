package io.waymark.pipeline.stream;

import io.waymark.events.JournalPosition;
import java.time.Instant;

/** Something that comes from a row of a tailed table, with the row's place in the order of the tail. */
public interface Positioned {

    /** The transaction that wrote the row. */
    long txId();

    /** The number of the row in its table. */
    long ordering();

    /** When the row was written, by the clock of its writer. */
    Instant recordedAt();

    default JournalPosition position() {
        return new JournalPosition(txId(), ordering());
    }
}
