package io.waymark.pipeline.source;

import io.waymark.events.JournalPosition;
import io.waymark.events.Slices;
import io.waymark.pipeline.stream.Positioned;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Tails a table without end and without missing a late commit. Rows of one slice keep their order; after a restart
 * reading goes on from the checkpoint, so a row may come again but never fails to come.
 */
public final class TailSource<T extends Positioned>
        implements Source<T, SliceSplit, List<SliceSplit>>, ResultTypeQueryable<T> {

    private static final long serialVersionUID = 1;

    private final Database database;
    private final TailedTable<T> table;
    private final TailSettings settings;

    public TailSource(Database database, TailedTable<T> table, TailSettings settings) {
        this.database = database;
        this.table = table;
        this.settings = settings;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return table.rowType();
    }

    @Override
    public SplitEnumerator<SliceSplit, List<SliceSplit>> createEnumerator(SplitEnumeratorContext<SliceSplit> context) {
        return new SliceEnumerator(context, fromTheStart(settings.splits()));
    }

    @Override
    public SplitEnumerator<SliceSplit, List<SliceSplit>> restoreEnumerator(
            SplitEnumeratorContext<SliceSplit> context, List<SliceSplit> unassigned) {
        return new SliceEnumerator(context, unassigned);
    }

    @Override
    public SourceReader<T, SliceSplit> createReader(SourceReaderContext context) {
        return new TailReader<>(() -> new TailSplitReader<>(database, table, settings), context);
    }

    @Override
    public SimpleVersionedSerializer<SliceSplit> getSplitSerializer() {
        return new SliceSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<List<SliceSplit>> getEnumeratorCheckpointSerializer() {
        return new SliceSplitsSerializer();
    }

    static List<SliceSplit> fromTheStart(int splits) {
        return IntStream.range(0, splits)
                .mapToObj(i -> new SliceSplit(
                        i * Slices.COUNT / splits, (i + 1) * Slices.COUNT / splits - 1, JournalPosition.START))
                .toList();
    }
}
