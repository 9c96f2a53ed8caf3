package io.waymark.pipeline.stream;

import java.io.IOException;
import java.util.List;

/**
 * Somewhere that batches are written to. Writing the same again must change nothing, because after a restart the same will
 * come again; and an older state must never replace a newer one, because a writer that was given up for dead may still be
 * at work.
 */
public interface BatchStore<T> extends AutoCloseable {

    /** Writes all of it, or throws and leaves the batch to be written again. */
    void store(List<T> batch) throws IOException, InterruptedException;

    /** The same with fewer rows, where some say nothing that later ones do not; a list that may be added to. */
    default List<T> compacted(List<T> batch) {
        return batch;
    }

    @Override
    void close() throws IOException;
}
