package io.waymark.pipeline.jobs.rebuild;

import io.waymark.events.JournalPosition;
import io.waymark.pipeline.jobs.JournalPipeline;
import io.waymark.pipeline.jobs.PipelineEnds;
import io.waymark.pipeline.jobs.PipelineEnds.SearchEnds;
import io.waymark.pipeline.jobs.PipelineEnds.WarehouseEnds;
import io.waymark.pipeline.jobs.run.PipelineRun;
import io.waymark.pipeline.jobs.run.PipelineSettings;
import io.waymark.pipeline.search.SearchIndex;
import io.waymark.pipeline.search.SearchStore;
import io.waymark.pipeline.source.ChannelMessageTable;
import io.waymark.pipeline.source.JournalTable;
import io.waymark.pipeline.source.TailSettings;
import io.waymark.pipeline.source.TailSource;
import io.waymark.pipeline.stream.BatchSettings;
import io.waymark.pipeline.stream.BatchStoreFactory;
import io.waymark.pipeline.stream.BatchingSink;
import io.waymark.pipeline.stream.Positioned;
import io.waymark.pipeline.stream.Progress;
import io.waymark.pipeline.warehouse.Warehouse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The pipeline itself, a second time and in this process, with search as its only end. It checkpoints like the first, so a
 * refill that dies goes on where it was.
 */
final class Refill implements AutoCloseable {

    private static final String BOOKINGS = "rebuilt-bookings";
    private static final String MESSAGES = "rebuilt-channel-messages";
    private static final String NAMES = "rebuilt-names";

    /** Larger batches than the live one's: nobody waits for a single document. */
    private static final BatchSettings BATCHES =
            new BatchSettings(5_000, Duration.ofMillis(50), Duration.ofMillis(100));

    private static final TailSettings WHOLE_TABLE = TailSettings.DEFAULT.withSplits(1);

    private final ProgressBoard board = ProgressBoard.empty();
    private final JobClient job;

    /** The indices that are written to. */
    record Targets(SearchIndex bookings, SearchIndex messages, SearchIndex names) {}

    private Refill(PipelineSettings settings, Targets targets, boolean empty) throws Exception {
        StreamExecutionEnvironment environment = new PipelineRun(settings, empty).environment();
        new JournalPipeline(ends(settings, targets)).addTo(environment);
        job = environment.executeAsync("waymark-rebuild-search");
    }

    /**
     * Starts to write.
     *
     * @param empty whether an index is empty, so that everything has to be read
     */
    static Refill start(PipelineSettings settings, Targets targets, boolean empty) throws Exception {
        return new Refill(settings, targets, empty);
    }

    /**
     * Whether everything is written that the tables held then. Of bookings the time tells, as a document may wait for more
     * events; messages are written in their order, and may be too rare for a time to be told.
     */
    boolean hasReached(Heads heads) {
        boolean messages = heads.message().equals(JournalPosition.START)
                || board.of(MESSAGES)
                        .filter(progress -> progress.position().compareTo(heads.message()) >= 0)
                        .isPresent();
        return messages && isLater(BOOKINGS, heads) && isLater(NAMES, heads);
    }

    private boolean isLater(String sink, Heads heads) {
        return board.of(sink)
                .map(Progress::asOf)
                .filter(asOf -> asOf.isAfter(heads.surelyLater()))
                .isPresent();
    }

    /** Rows of both tables that are behind us. */
    long rows() {
        return rows(BOOKINGS) + rows(MESSAGES);
    }

    /** Fails if the run has ended, which it does only where it can't go on. */
    void requireRunning() throws IOException {
        try {
            if (job.getJobStatus().join().isGloballyTerminalState()) {
                job.getJobExecutionResult().join();
                throw new IOException("the run that fills search has ended by itself");
            }
        } catch (CompletionException | CancellationException e) {
            throw new IOException("the run that fills search has failed", e);
        }
    }

    @Override
    public void close() {
        try {
            job.cancel().join();
            job.getJobExecutionResult().handle((result, cancelled) -> true).join();
        } catch (CompletionException | CancellationException e) {
            // It has ended before.
        }
    }

    private long rows(String sink) {
        return board.of(sink).map(progress -> progress.position().ordering()).orElse(0L);
    }

    private PipelineEnds ends(PipelineSettings settings, Targets targets) {
        return new PipelineEnds(
                new TailSource<>(settings.journal(), new JournalTable(), TailSettings.DEFAULT),
                new TailSource<>(settings.journal(), new ChannelMessageTable(), WHOLE_TABLE),
                new WarehouseEnds(
                        new DiscardingSink<>(),
                        new DiscardingSink<>(),
                        new DiscardingSink<>(),
                        new DiscardingSink<>(),
                        new DiscardingSink<>()),
                new SearchEnds(
                        sink(BOOKINGS, store(settings, targets.bookings())),
                        sink(MESSAGES, store(settings, targets.messages())),
                        sink(NAMES, store(settings, targets.names()))));
    }

    private static SearchStore store(PipelineSettings settings, SearchIndex index) {
        return new SearchStore(settings.search(), index, new Warehouse(settings.warehouse()).deadLetters());
    }

    private <T extends Positioned> BatchingSink<T> sink(String name, BatchStoreFactory<T> store) {
        return new BatchingSink<>(name, BATCHES, store, board);
    }
}
