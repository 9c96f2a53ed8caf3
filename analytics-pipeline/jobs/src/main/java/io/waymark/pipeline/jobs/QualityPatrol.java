package io.waymark.pipeline.jobs;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Has the warehouse checked again and again, by one task beside the pipeline. */
final class QualityPatrol implements Serializable {

    private static final long serialVersionUID = 1;

    private static final double MILLIS_PER_SECOND = 1_000;

    private final Duration every;
    private final Sink<Long> checks;

    QualityPatrol(Duration every, Sink<Long> checks) {
        this.every = every;
        this.checks = checks;
    }

    void addTo(StreamExecutionEnvironment environment) {
        DataGeneratorSource<Long> ticks = new DataGeneratorSource<>(
                tick -> tick,
                Long.MAX_VALUE,
                RateLimiterStrategy.perSecond(MILLIS_PER_SECOND / every.toMillis()),
                Types.LONG);
        environment
                .fromSource(ticks, WatermarkStrategy.noWatermarks(), "quality clock")
                .uid("quality/clock")
                .setParallelism(1)
                .sinkTo(checks)
                .name("quality checks")
                .uid("quality/checks")
                .setParallelism(1);
    }
}
