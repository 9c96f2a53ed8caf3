package io.waymark.pipeline.stream;

import io.waymark.events.JournalPosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one writer of a sink has written.
 *
 * @param split number of the writer
 * @param position of the newest row written
 * @param eventTime when that row was recorded; none before the first
 * @param asOf everything that was recorded before is written; moves on while nothing happens
 */
public record Progress(
        String sink,
        int split,
        JournalPosition position,
        @Nullable Instant eventTime,
        @Nullable Instant asOf) {}
