package io.waymark.pipeline.stream;

import io.waymark.pipeline.stream.BatchingWriter.Background;
import java.io.IOException;
import java.util.concurrent.Executors;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes what it gets in batches, and all of it before every checkpoint. With an idempotent store that makes every effect
 * happen exactly once.
 */
public final class BatchingSink<T extends Positioned> implements Sink<T> {

    private static final long serialVersionUID = 1;

    private final String name;
    private final BatchSettings settings;
    private final BatchStoreFactory<T> store;
    private final BatchStoreFactory<Progress> progress;

    /** A sink that reports its progress under {@code name}. */
    public BatchingSink(
            String name, BatchSettings settings, BatchStoreFactory<T> store, BatchStoreFactory<Progress> progress) {
        this.name = name;
        this.settings = settings;
        this.store = store;
        this.progress = progress;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        int subtask = context.getTaskInfo().getIndexOfThisSubtask();
        return new BatchingWriter<>(
                settings,
                store.open(),
                new ProgressReport(name, subtask, settings.progressEvery(), progress.open()),
                context.getProcessingTimeService(),
                new Background(
                        Executors.newSingleThreadExecutor(Thread.ofPlatform()
                                .name(name + "-" + subtask)
                                .daemon()
                                .factory()),
                        context.getMailboxExecutor()),
                new SinkMeters(name, context.metricGroup()));
    }
}
