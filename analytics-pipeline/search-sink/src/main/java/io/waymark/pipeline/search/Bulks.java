package io.waymark.pipeline.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Divides documents into bulks of a size that an index digests well, whatever a single document weighs. */
final class Bulks {

    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_DOCUMENTS = 1_000;

    private Bulks() {}

    /** All documents, in their order, in bulks of which none is empty. */
    static List<List<SearchDocument>> of(Collection<SearchDocument> documents) {
        List<List<SearchDocument>> bulks = new ArrayList<>();
        List<SearchDocument> bulk = new ArrayList<>();
        long bytes = 0;
        for (SearchDocument document : documents) {
            int weight = document.json().length;
            if (!bulk.isEmpty() && (bulk.size() == MOST_DOCUMENTS || bytes + weight > MOST_BYTES)) {
                bulks.add(List.copyOf(bulk));
                bulk.clear();
                bytes = 0;
            }
            bulk.add(document);
            bytes += weight;
        }
        if (!bulk.isEmpty()) {
            bulks.add(List.copyOf(bulk));
        }
        return bulks;
    }
}
