package io.waymark.pipeline.stream;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What one writer of a sink tells about itself, below the name of its sink. */
final class SinkMeters {

    private final MetricGroup group;
    private final Counter rows;
    private final Counter batches;
    private final Counter millis;

    SinkMeters(String sink, MetricGroup writer) {
        group = writer.addGroup("sink", sink);
        rows = group.counter("rowsWritten");
        batches = group.counter("batchesWritten");
        millis = group.counter("writeMillis");
    }

    /** Shows how old what is written is, as asked for by whoever looks. */
    void lag(LongSupplier lagMillis) {
        Gauge<Long> gauge = lagMillis::getAsLong;
        group.gauge("lagMillis", gauge);
    }

    void written(int count, Duration duration) {
        rows.inc(count);
        batches.inc();
        millis.inc(duration.toMillis());
    }
}
