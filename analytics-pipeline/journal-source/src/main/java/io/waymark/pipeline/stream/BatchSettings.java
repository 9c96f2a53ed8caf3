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

    /** Young enough for a live screen; large enough that a row's share of a commit is nothing. */
    public static final BatchSettings DEFAULT = new BatchSettings(5_000, Duration.ofMillis(20), Duration.ofSeconds(1));

    /** For a store that is slow by the row and has only the newest state of each thing written. */
    public static final BatchSettings NEWEST_ONLY =
            new BatchSettings(20_000, Duration.ofMillis(20), Duration.ofSeconds(1));

    private static final Duration OLDEST = Duration.ofMillis(500);

    public BatchSettings {
        if (rows < 1 || age.isNegative() || progressEvery.isNegative()) {
            throw new IllegalArgumentException("cannot batch by %d rows, %s, %s".formatted(rows, age, progressEvery));
        }
    }

    /**
     * How long rows are collected after a write that took so long: as long again, so that a store under pressure is not kept
     * busy with small batches.
     */
    Duration ageAfter(Duration latestWrite) {
        Duration longer = latestWrite.compareTo(OLDEST) < 0 ? latestWrite : OLDEST;
        return longer.compareTo(age) < 0 ? age : longer;
    }
}
