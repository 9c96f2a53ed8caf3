package io.waymark.pipeline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.pipeline.stream.BatchingWriter.Background;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.apache.flink.util.function.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
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

    private @Nullable IOException failure;
    private boolean newestOnly;
    private final List<List<Row>> stored = new ArrayList<>();
    private final List<Progress> reported = new ArrayList<>();
    private final TestProcessingTimeService time = startingAtZero();
    private final HeldBack writing = new HeldBack();
    private final Mails mails = new Mails();
    private final BatchSettings settings = new BatchSettings(3, Duration.ofMillis(50), Duration.ofSeconds(1));
    private final BatchingWriter<Row> writer = new BatchingWriter<>(
            settings,
            store(stored::add),
            new ProgressReport("sink", 0, settings.progressEvery(), store(reported::addAll)),
            time,
            new Background(writing, mails),
            new SinkMeters("sink", UnregisteredMetricsGroup.createOperatorMetricGroup()));

    @AfterEach
    void close() throws Exception {
        writer.close();
    }

    @Test
    void aFullBatchIsWrittenAtOnce() throws Exception {
        write(1, 2, 3, 4);
        writing.run();

        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst()).extracting(Row::ordering).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aYoungRowIsWrittenWhenItIsOldEnough() throws Exception {
        write(1);
        time.setCurrentTime(49);
        assertThat(stored).isEmpty();

        time.setCurrentTime(50);
        writing.run();

        assertThat(stored).hasSize(1);
    }

    @Test
    void aSlowStoreGetsLargerBatches() {
        assertThat(settings.ageAfter(Duration.ofMillis(10))).isEqualTo(Duration.ofMillis(50));
        assertThat(settings.ageAfter(Duration.ofMillis(400))).isEqualTo(Duration.ofMillis(400));
        assertThat(settings.ageAfter(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void whatComesDuringAWriteIsTheNextBatch() throws Exception {
        write(1);
        time.setCurrentTime(50);
        write(2, 3);
        time.setCurrentTime(200);
        assertThat(stored).isEmpty();

        writing.run();
        mails.read();
        time.setCurrentTime(500);
        writing.run();

        assertThat(stored).extracting(List::size).containsExactly(1, 2);
    }

    @Test
    void aSlowStoreHoldsNobodyBackWhoSaysNewerThingsOfTheSame() throws Exception {
        newestOnly = true;
        write(1);
        time.setCurrentTime(50);
        write(2, 3, 4, 5, 6, 7, 8, 9);

        writing.run();
        mails.read();
        time.setCurrentTime(500);
        writing.run();

        assertThat(stored).hasSize(2);
        assertThat(stored.getLast())
                .hasSizeLessThan(3)
                .extracting(Row::ordering)
                .endsWith(9L);
    }

    @Test
    void aFailedWriteFailsTheTask() throws Exception {
        failure = new IOException("the disk is full");
        write(1, 2, 3);
        writing.run();

        assertThatThrownBy(mails::read).hasMessageContaining("3 rows").hasRootCauseMessage("the disk is full");
    }

    @Test
    void progressIsOfWhatIsWrittenNotOfWhatIsCollected() throws Exception {
        write(1);
        time.setCurrentTime(50);
        write(2);
        writing.run();
        mails.read();
        time.setCurrentTime(1_000);

        assertThat(reported)
                .extracting(progress -> progress.position().ordering())
                .containsExactly(1L);
    }

    @Test
    void aCheckpointWritesWhatIsLeftAndNothingTwice() throws Exception {
        write(1);
        writing.atOnce();
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

        time.setCurrentTime(999);
        writing.run();
        mails.read();
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

    /** The writing thread, which gets on when the test says so. */
    private static final class HeldBack extends AbstractExecutorService {

        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean atOnce;

        /** Writes whatever waits. */
        void run() {
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }

        void atOnce() {
            atOnce = true;
        }

        @Override
        public void execute(Runnable command) {
            waiting.add(command);
            if (atOnce) {
                run();
            }
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.copyOf(waiting);
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return true;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }

    /** What the writing thread has to say to the task. */
    private static final class Mails implements MailboxExecutor {

        private final Deque<ThrowingRunnable<? extends Exception>> unread = new ArrayDeque<>();

        void read() throws Exception {
            while (!unread.isEmpty()) {
                unread.remove().run();
            }
        }

        @Override
        public void execute(
                MailOptions options,
                ThrowingRunnable<? extends Exception> command,
                String description,
                Object... arguments) {
            unread.add(command);
        }

        @Override
        public void yield() {
            try {
                unread.remove().run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean tryYield() {
            return false;
        }

        @Override
        public boolean shouldInterrupt() {
            return false;
        }
    }

    private <T> BatchStore<T> store(Consumer<List<T>> target) {
        return new BatchStore<>() {
            @Override
            public void store(List<T> batch) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                target.accept(List.copyOf(batch));
            }

            @Override
            public List<T> compacted(List<T> batch) {
                return newestOnly ? new ArrayList<>(List.of(batch.getLast())) : batch;
            }

            @Override
            public void close() {}
        };
    }
}
