package io.waymark.launcher.bench.freshness;

import java.util.Map;

/**
 * What a copy lacks.
 *
 * @param missing entities that are in the journal and not in the copy
 * @param different entities that stand at another revision in the copy
 * @param unknown entities that only the copy has
 */
record Comparison(long missing, long different, long unknown) {

    static Comparison of(Map<String, Long> journal, Map<String, Long> copy) {
        long missing = 0;
        long different = 0;
        for (Map.Entry<String, Long> entity : journal.entrySet()) {
            Long revision = copy.get(entity.getKey());
            if (revision == null) {
                missing++;
            } else if (!revision.equals(entity.getValue())) {
                different++;
            }
        }
        long unknown =
                copy.keySet().stream().filter(key -> !journal.containsKey(key)).count();
        return new Comparison(missing, different, unknown);
    }

    long total() {
        return missing + different + unknown;
    }
}
