package io.waymark.pipeline.warehouse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers which rows of a dimension are there for sure, so that most batches need not touch it. */
final class KnownKeys<K> {

    private static final int MOST = 10_000;

    private final Set<K> committed = new HashSet<>();
    private List<K> writing = List.of();

    /** Those of {@code keys} that may be missing; they count as known once {@link #committed} is called. */
    List<K> missing(List<K> keys) {
        writing =
                keys.stream().distinct().filter(key -> !committed.contains(key)).toList();
        return writing;
    }

    void committed() {
        if (committed.size() + writing.size() > MOST) {
            committed.clear();
        }
        committed.addAll(writing);
        writing = List.of();
    }
}
