package io.waymark.pipeline.stream;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects rows and has them written by number, by age and before a checkpoint.
 *
 * <p>One batch at a time is written, in a thread of its own, while the next is collected: what comes meanwhile is the next
 * batch. So batches are small while there is little to do and as large as they may be while there is much, without anybody
 * deciding which it is. Everything else, timers included, runs in the task's own thread, so there is nothing to lock; when a
 * batch is full of rows that are all worth writing and the one before not written, the task waits and Flink holds the
 * readers back.
 */
final class BatchingWriter<T extends Positioned> implements SinkWriter<T> {

    private static final Logger LOG = LoggerFactory.getLogger(BatchingWriter.class);

    private static final long CLOSE_SECONDS = 10;

    private final BatchSettings settings;
    private final BatchStore<T> store;
    private final ProgressReport progress;
    private final ProcessingTimeService timers;
    private final Background background;
    private final SinkMeters meters;
    private List<T> batch = new ArrayList<>();
    private Duration latestWrite = Duration.ZERO;
    private boolean ageing;
    private boolean writing;

    /** Where batches are written, and how their end is told to the task. */
    record Background(ExecutorService writer, MailboxExecutor task) {}

    BatchingWriter(
            BatchSettings settings,
            BatchStore<T> store,
            ProgressReport progress,
            ProcessingTimeService timers,
            Background background,
            SinkMeters meters) {
        this.settings = settings;
        this.store = store;
        this.progress = progress;
        this.timers = timers;
        this.background = background;
        this.meters = meters;
        meters.lag(() -> progress.lagMillis(timers.getCurrentProcessingTime()));
        reportLater();
    }

    @Override
    public void write(T row, Context context) throws InterruptedException {
        batch.add(row);
        progress.seen(row);
        if (batch.size() < settings.rows()) {
            if (!writing) {
                age();
            }
            return;
        }
        if (writing) {
            batch = store.compacted(batch);
        }
        // What shrank to half may grow on, so that a slow store holds nobody back who only says newer things of the
        // same.
        if (batch.size() > settings.rows() / 2) {
            awaitWritten();
            begin();
        }
    }

    @Override
    public void writeWatermark(Watermark watermark) {
        progress.seenUpTo(Instant.ofEpochMilli(watermark.getTimestamp()));
        if (batch.isEmpty() && !writing) {
            progress.written(progress.seen());
        }
    }

    @Override
    public void flush(boolean endOfInput) throws InterruptedException {
        awaitWritten();
        begin();
        awaitWritten();
    }

    @Override
    public void close() throws IOException {
        batch = List.of();
        background.writer().shutdownNow();
        try (progress;
                store) {
            boolean ended = background.writer().awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                LOG.warn("A batch is still being written; closing its store will end it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void age() {
        if (!ageing) {
            ageing = true;
            after(settings.ageAfter(latestWrite), time -> {
                ageing = false;
                if (!writing) {
                    begin();
                }
            });
        }
    }

    /** Hands what was collected to the writing thread. */
    private void begin() {
        if (batch.isEmpty()) {
            return;
        }
        List<T> rows = batch;
        Progress reached = progress.seen();
        long start = timers.getCurrentProcessingTime();
        batch = new ArrayList<>();
        writing = true;
        background.writer().execute(() -> {
            @Nullable Throwable failure = store(rows);
            background.task().execute(() -> end(rows.size(), start, reached, failure), "end of a batch");
        });
    }

    private @Nullable Throwable store(List<T> rows) {
        try {
            store.store(rows);
            return null;
        } catch (Exception | Error e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return e;
        }
    }

    private void end(int rows, long start, Progress reached, @Nullable Throwable failure) throws IOException {
        writing = false;
        if (failure != null) {
            throw new IOException("a batch of " + rows + " rows could not be written", failure);
        }
        latestWrite = Duration.ofMillis(timers.getCurrentProcessingTime() - start);
        meters.written(rows, latestWrite);
        progress.written(batch.isEmpty() ? progress.seen() : reached);
        if (!batch.isEmpty()) {
            age();
        }
    }

    private void awaitWritten() throws InterruptedException {
        while (writing) {
            background.task().yield();
        }
    }

    private void reportLater() {
        after(settings.progressEvery(), time -> {
            progress.report();
            reportLater();
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Flink fails the task if the callback throws
    private void after(Duration delay, ProcessingTimeService.ProcessingTimeCallback callback) {
        timers.registerTimer(timers.getCurrentProcessingTime() + delay.toMillis(), callback);
    }
}
