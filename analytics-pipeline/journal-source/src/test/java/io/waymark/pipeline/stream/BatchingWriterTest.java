package io.waymark.pipeline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchingWriterTest {

    private record Row(long txId, long ordering) implements Positioned {

        @Override
        public Instant recordedAt() {
            return Instant.ofEpochMilli(ordering);
        }
    }

    private static final SinkWriter.Context NO_CONTEXT = new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
            return 0;
        }

        @Override
        public Long timestamp() {
            return 0L;
        }
    };

    private final List<List<Row>> stored = new ArrayList<>();
    private final List<Progress> reported = new ArrayList<>();
    private final TestProcessingTimeService time = startingAtZero();
    private final BatchSettings settings = new BatchSettings(3, Duration.ofMillis(50), Duration.ofSeconds(1));
    private final BatchingWriter<Row> writer = new BatchingWriter<>(
            settings,
            store(stored::add),
            new ProgressReport("sink", 0, settings.progressEvery(), store(reported::addAll)),
            time,
            new SinkMeters("sink", UnregisteredMetricsGroup.createOperatorMetricGroup()));

    @AfterEach
    void close() throws Exception {
        writer.close();
    }

    @Test
    void aFullBatchIsWrittenAtOnce() throws Exception {
        write(1, 2, 3, 4);

        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst()).extracting(Row::ordering).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aYoungRowIsWrittenWhenItIsOldEnough() throws Exception {
        write(1);
        time.setCurrentTime(49);
        assertThat(stored).isEmpty();

        time.setCurrentTime(50);

        assertThat(stored).hasSize(1);
    }

    @Test
    void aSlowStoreGetsLargerBatches() {
        assertThat(settings.ageAfter(Duration.ofMillis(10))).isEqualTo(Duration.ofMillis(50));
        assertThat(settings.ageAfter(Duration.ofMillis(400))).isEqualTo(Duration.ofMillis(800));
        assertThat(settings.ageAfter(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aCheckpointWritesWhatIsLeftAndNothingTwice() throws Exception {
        write(1);
        writer.flush(false);
        writer.flush(false);
        time.setCurrentTime(100);

        assertThat(stored).hasSize(1);
    }

    @Test
    void progressIsReportedOnlyOnceItIsTrue() throws Exception {
        write(1);
        writer.writeWatermark(new Watermark(7));
        assertThat(reported).isEmpty();

        time.setCurrentTime(1_000);

        assertThat(reported).singleElement().satisfies(progress -> {
            assertThat(progress.position().ordering()).isEqualTo(1);
            assertThat(progress.asOf()).isEqualTo(Instant.ofEpochMilli(7));
        });
    }

    @Test
    void progressMovesOnWhileNothingHappens() throws Exception {
        writer.writeWatermark(new Watermark(7));
        time.setCurrentTime(1_000);
        time.setCurrentTime(2_000);
        writer.writeWatermark(new Watermark(9));
        time.setCurrentTime(3_000);

        assertThat(reported)
                .extracting(Progress::asOf)
                .containsExactly(Instant.ofEpochMilli(7), Instant.ofEpochMilli(9));
    }

    private static TestProcessingTimeService startingAtZero() {
        TestProcessingTimeService time = new TestProcessingTimeService();
        try {
            time.setCurrentTime(0);
        } catch (Exception e) {
            throw new IllegalStateException("nothing is registered yet", e);
        }
        return time;
    }

    private void write(long... orderings) throws Exception {
        for (long ordering : orderings) {
            writer.write(new Row(1, ordering), NO_CONTEXT);
        }
    }

    private static <T> BatchStore<T> store(Consumer<List<T>> target) {
        return new BatchStore<>() {
            @Override
            public void store(List<T> batch) {
                target.accept(List.copyOf(batch));
            }

            @Override
            public void close() {}
        };
    }
}
