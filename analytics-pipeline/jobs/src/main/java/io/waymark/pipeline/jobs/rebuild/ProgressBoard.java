package io.waymark.pipeline.jobs.rebuild;

import io.waymark.pipeline.stream.BatchStore;
import io.waymark.pipeline.stream.BatchStoreFactory;
import io.waymark.pipeline.stream.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the sinks of a run in this very process have written. The live run reports to a table that freshness and alerts are
 * made of; this one is nobody's business but its command's.
 */
final class ProgressBoard implements BatchStoreFactory<Progress> {

    private static final long serialVersionUID = 1;

    /** Shared by all copies of a board: Flink makes some. */
    private static final Map<String, Progress> LATEST = new ConcurrentHashMap<>();

    /** A board with nothing on it. */
    static ProgressBoard empty() {
        LATEST.clear();
        return new ProgressBoard();
    }

    Optional<Progress> of(String sink) {
        return Optional.ofNullable(LATEST.get(sink));
    }

    @Override
    public BatchStore<Progress> open() {
        return new BatchStore<>() {
            @Override
            public void store(List<Progress> batch) {
                batch.forEach(progress -> LATEST.put(progress.sink(), progress));
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
