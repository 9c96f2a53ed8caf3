package io.waymark.pipeline.source;

import java.io.Serializable;
import java.time.Duration;

/**
 * How a table is read.
 *
 * @param splits into how many ranges the slices are divided: the most readers that can share the table
 * @param batch most rows of one query
 * @param backlog after so many rows without an end in sight, readers are told how far it is all the same
 * @param busyPause pause after a query that found fewer rows than it may
 * @param idlePause the pause grows to this while queries find nothing
 */
public record TailSettings(int splits, int batch, int backlog, Duration busyPause, Duration idlePause)
        implements Serializable {

    /** Up to eight readers; a change is seen after at most a fifth of a second. */
    public static final TailSettings DEFAULT =
            new TailSettings(8, 5_000, 400_000, Duration.ofMillis(10), Duration.ofMillis(200));

    public TailSettings {
        if (splits < 1
                || batch < 1
                || backlog < batch
                || busyPause.isNegative()
                || idlePause.compareTo(busyPause) < 0) {
            throw new IllegalArgumentException("cannot tail with %d splits, %d rows, pauses of %s to %s"
                    .formatted(splits, batch, busyPause, idlePause));
        }
    }

    /** The same with another number of ranges; one for a table that is always read as a whole. */
    public TailSettings withSplits(int newSplits) {
        return new TailSettings(newSplits, batch, backlog, busyPause, idlePause);
    }
}
