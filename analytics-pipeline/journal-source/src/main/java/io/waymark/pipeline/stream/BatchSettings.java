package io.waymark.pipeline.stream;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a batch is written.
 *
 * @param rows at the latest with so many rows
 * @param age at the latest so long after its first row, unless the store is slow
 * @param progressEvery how often progress is reported
 */
public record BatchSettings(int rows, Duration age, Duration progressEvery) implements Serializable {

    /** Large enough for 10,000 rows a second, young enough for a live screen. */
    public static final BatchSettings DEFAULT = new BatchSettings(1_000, Duration.ofMillis(50), Duration.ofSeconds(1));

    private static final Duration OLDEST = Duration.ofSeconds(2);

    public BatchSettings {
        if (rows < 1 || age.isNegative() || progressEvery.isNegative()) {
            throw new IllegalArgumentException("cannot batch by %d rows, %s, %s".formatted(rows, age, progressEvery));
        }
    }

    /**
     * How long rows are collected after a write that took so long: the slower the store, the larger the batches that it
     * gets, so that a store under pressure is not kept busy with small ones.
     */
    Duration ageAfter(Duration latestWrite) {
        Duration twice = latestWrite.multipliedBy(2);
        Duration longer = twice.compareTo(OLDEST) < 0 ? twice : OLDEST;
        return longer.compareTo(age) < 0 ? age : longer;
    }
}
