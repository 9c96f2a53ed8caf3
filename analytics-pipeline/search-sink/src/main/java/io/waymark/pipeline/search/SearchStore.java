package io.waymark.pipeline.search;

import io.waymark.pipeline.stream.BatchStore;
import io.waymark.pipeline.stream.BatchStoreFactory;
import io.waymark.pipeline.stream.DeadLetter;
import java.io.IOException;

/** Opens an index for writing. */
public record SearchStore(SearchCluster cluster, SearchIndex index, BatchStoreFactory<DeadLetter> deadLetters)
        implements BatchStoreFactory<SearchDocument> {

    @Override
    public BatchStore<SearchDocument> open() throws IOException {
        return new BulkStore(cluster.connect(), index, deadLetters.open());
    }
}
