package io.waymark.pipeline.stream;

import java.io.IOException;
import java.io.Serializable;

/** Opens a store where the writer runs; travels there in the job graph. */
@FunctionalInterface
public interface BatchStoreFactory<T> extends Serializable {

    BatchStore<T> open() throws IOException;
}
