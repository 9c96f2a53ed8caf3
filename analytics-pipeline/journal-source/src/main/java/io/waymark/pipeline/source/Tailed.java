package io.waymark.pipeline.source;

import io.waymark.events.JournalPosition;
import java.time.Instant;

/** What a reader finds: a row, or that there are no more. */
sealed interface Tailed<T> {

    record Row<T>(T row, JournalPosition position) implements Tailed<T> {}

    /** Everything that was committed before {@code asOf} has been read. */
    record CaughtUp<T>(Instant asOf) implements Tailed<T> {}
}
