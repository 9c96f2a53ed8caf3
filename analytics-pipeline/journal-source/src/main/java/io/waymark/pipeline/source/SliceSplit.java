package io.waymark.pipeline.source;

import io.waymark.events.JournalPosition;
import java.io.Serializable;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A range of slices and how far they have been read: the unit in which readers share a table.
 *
 * @param from first slice
 * @param to last slice
 */
record SliceSplit(int from, int to, JournalPosition position) implements SourceSplit, Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public String splitId() {
        return from + "-" + to;
    }

    boolean contains(int slice) {
        return from <= slice && slice <= to;
    }

    SliceSplit at(JournalPosition newPosition) {
        return new SliceSplit(from, to, newPosition);
    }
}
