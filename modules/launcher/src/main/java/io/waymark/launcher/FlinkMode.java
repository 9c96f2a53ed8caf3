package io.waymark.launcher;

import io.waymark.servers.ServerFailure;
import java.util.Locale;

/** How the pipeline is run; the job is the same, and so are its checkpoints. */
public enum FlinkMode {
    /** One process that brings a small cluster of its own. */
    EMBEDDED,
    /** A JobManager in application mode and a TaskManager, as on many machines. */
    CLUSTER;

    /** As {@code WAYMARK_FLINK_MODE} says it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FlinkMode of(String text) {
        for (FlinkMode mode : values()) {
            if (mode.text().equals(text)) {
                return mode;
            }
        }
        throw new ServerFailure("WAYMARK_FLINK_MODE is '%s': choose embedded or cluster.".formatted(text));
    }
}
