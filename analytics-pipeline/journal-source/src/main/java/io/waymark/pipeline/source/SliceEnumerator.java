package io.waymark.pipeline.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.jspecify.annotations.Nullable;

/** Hands the ranges of slices to the readers, evenly, once all readers are there. */
final class SliceEnumerator implements SplitEnumerator<SliceSplit, List<SliceSplit>> {

    private final SplitEnumeratorContext<SliceSplit> context;
    private final List<SliceSplit> unassigned;

    SliceEnumerator(SplitEnumeratorContext<SliceSplit> context, List<SliceSplit> unassigned) {
        this.context = context;
        this.unassigned = new ArrayList<>(unassigned);
    }

    @Override
    public void start() {}

    @Override
    public void addReader(int subtask) {
        assign();
    }

    @Override
    public void addSplitsBack(List<SliceSplit> splits, int subtask) {
        unassigned.addAll(splits);
        assign();
    }

    @Override
    public void handleSplitRequest(int subtask, @Nullable String host) {
        // Readers get everything at once and never ask for more.
    }

    @Override
    public List<SliceSplit> snapshotState(long checkpointId) {
        return List.copyOf(unassigned);
    }

    @Override
    public void close() {}

    private void assign() {
        int readers = context.currentParallelism();
        if (unassigned.isEmpty() || context.registeredReaders().size() < readers) {
            return;
        }
        Map<Integer, List<SliceSplit>> byReader = new HashMap<>();
        for (SliceSplit split : unassigned) {
            int width = split.to() - split.from() + 1;
            byReader.computeIfAbsent(split.from() / width % readers, reader -> new ArrayList<>())
                    .add(split);
        }
        unassigned.clear();
        context.assignSplits(new SplitsAssignment<>(byReader));
    }
}
