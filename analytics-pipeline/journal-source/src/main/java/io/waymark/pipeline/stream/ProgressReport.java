package io.waymark.pipeline.stream;

import io.waymark.events.JournalPosition;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the progress of one writer and reports it now and then, once what it says has become true. */
final class ProgressReport implements AutoCloseable {

    private final String sink;
    private final int split;
    private final Duration every;
    private final BatchStore<Progress> log;
    private JournalPosition position = JournalPosition.START;
    private @Nullable Instant eventTime;
    private @Nullable Instant seenUpTo;
    private volatile @Nullable Progress current;
    private @Nullable Progress reported;

    ProgressReport(String sink, int split, Duration every, BatchStore<Progress> log) {
        this.sink = sink;
        this.split = split;
        this.every = every;
        this.log = log;
    }

    /** How often {@link #report} is to be called. */
    Duration every() {
        return every;
    }

    void seen(Positioned row) {
        if (row.position().compareTo(position) > 0) {
            position = row.position();
            eventTime = row.recordedAt();
        }
    }

    void seenUpTo(Instant asOf) {
        seenUpTo = asOf;
    }

    /** What the writer has seen so far. */
    Progress seen() {
        return new Progress(sink, split, position, eventTime, seenUpTo);
    }

    /** This much is now written. */
    void written(Progress reached) {
        current = reached;
    }

    /** How long ago everything was written that had been recorded then; 0 before anything is known. */
    long lagMillis(long nowMillis) {
        @Nullable Progress latest = current;
        @Nullable Instant asOf = latest == null ? null : latest.asOf();
        return asOf == null ? 0 : Math.max(0, nowMillis - asOf.toEpochMilli());
    }

    void report() throws IOException, InterruptedException {
        Progress latest = current;
        if (latest != null && !latest.equals(reported)) {
            log.store(List.of(latest));
            reported = latest;
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
