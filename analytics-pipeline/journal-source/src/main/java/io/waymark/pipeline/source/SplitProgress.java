package io.waymark.pipeline.source;

import io.waymark.events.JournalPosition;

/** How far one split has been passed on: what a checkpoint will hold. Touched by the task's thread only. */
final class SplitProgress {

    private SliceSplit split;

    SplitProgress(SliceSplit split) {
        this.split = split;
    }

    void moveTo(JournalPosition position) {
        split = split.at(position);
    }

    SliceSplit split() {
        return split;
    }
}
