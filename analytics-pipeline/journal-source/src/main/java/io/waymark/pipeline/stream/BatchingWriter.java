package io.waymark.pipeline.stream;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;

/**
 * Collects rows and writes them by number, by age and before a checkpoint. Everything, timers included, runs in the task's
 * own thread, so there is nothing to lock; while a store is slow the task waits and Flink holds the readers back.
 */
final class BatchingWriter<T extends Positioned> implements SinkWriter<T> {

    private final BatchSettings settings;
    private final BatchStore<T> store;
    private final ProgressReport progress;
    private final ProcessingTimeService timers;
    private final SinkMeters meters;
    private List<T> batch = new ArrayList<>();
    private Duration latestWrite = Duration.ZERO;
    private boolean ageing;

    BatchingWriter(
            BatchSettings settings,
            BatchStore<T> store,
            ProgressReport progress,
            ProcessingTimeService timers,
            SinkMeters meters) {
        this.settings = settings;
        this.store = store;
        this.progress = progress;
        this.timers = timers;
        this.meters = meters;
        meters.lag(() -> progress.lagMillis(timers.getCurrentProcessingTime()));
        reportLater();
    }

    @Override
    public void write(T row, Context context) throws IOException, InterruptedException {
        batch.add(row);
        progress.seen(row);
        if (batch.size() >= settings.rows()) {
            flush(false);
        } else if (!ageing) {
            ageing = true;
            after(settings.ageAfter(latestWrite), this::flushAged);
        }
    }

    @Override
    public void writeWatermark(Watermark watermark) {
        progress.seenUpTo(Instant.ofEpochMilli(watermark.getTimestamp()));
        if (batch.isEmpty()) {
            progress.written();
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        if (!batch.isEmpty()) {
            long start = timers.getCurrentProcessingTime();
            store.store(batch);
            latestWrite = Duration.ofMillis(timers.getCurrentProcessingTime() - start);
            meters.written(batch.size(), latestWrite);
            batch = new ArrayList<>();
            progress.written();
        }
    }

    @Override
    public void close() throws IOException {
        try (progress;
                store) {
            batch = List.of();
        }
    }

    private void flushAged(long time) throws IOException, InterruptedException {
        ageing = false;
        flush(false);
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
