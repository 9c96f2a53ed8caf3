package io.waymark.pipeline.source;

import io.waymark.pipeline.stream.Positioned;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;

/**
 * Passes rows on and remembers, split by split, how far it has come.
 *
 * <p>Its watermark is the time before which everything has been read, so that a sink knows how fresh it is even while
 * nothing happens.
 */
@SuppressWarnings("try") // Flink's base class declares a close() that throws anything
final class TailReader<T extends Positioned>
        extends SingleThreadMultiplexSourceReaderBase<Tailed<T>, T, SliceSplit, SplitProgress> {

    TailReader(Supplier<SplitReader<Tailed<T>, SliceSplit>> splitReader, SourceReaderContext context) {
        super(splitReader, TailReader::emit, context.getConfiguration(), context);
    }

    @Override
    protected SplitProgress initializedState(SliceSplit split) {
        return new SplitProgress(split);
    }

    @Override
    protected SliceSplit toSplitType(String splitId, SplitProgress progress) {
        return progress.split();
    }

    @Override
    protected void onSplitFinished(Map<String, SplitProgress> finished) {
        throw new IllegalStateException("a tail has no end, but these splits have: " + finished.keySet());
    }

    private static <T> void emit(Tailed<T> tailed, SourceOutput<T> output, SplitProgress progress) {
        switch (tailed) {
            case Tailed.Row<T> row -> {
                output.collect(row.row());
                progress.moveTo(row.position());
            }
            case Tailed.CaughtUp<T> caughtUp ->
                output.emitWatermark(new Watermark(caughtUp.asOf().toEpochMilli()));
        }
    }
}
