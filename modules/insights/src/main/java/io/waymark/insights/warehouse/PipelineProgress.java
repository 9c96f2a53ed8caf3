package io.waymark.insights.warehouse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far the pipeline says it has written.
 *
 * <p>While the warehouse does not answer, what it said last still holds: it only becomes older, and the lag says so.
 */
public final class PipelineProgress {

    private static final Duration REMEMBERED = Duration.ofMillis(250);
    private static final long ANSWER_LIMIT_SECONDS = 2;
    private static final NamedSql PROGRESS = NamedSql.resource("progress");

    private record Known(Instant asOf, Instant read) {}

    private final Warehouse warehouse;
    private final InstantSource clock;
    private final Map<PipelineSink, Known> known = new ConcurrentHashMap<>();

    public PipelineProgress(Warehouse warehouse, InstantSource clock) {
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /** How fresh what is read from this sink's target is now. */
    public CompletionStage<Freshness> of(PipelineSink sink) {
        @Nullable Known last = known.get(sink);
        if (last != null && clock.instant().isBefore(last.read().plus(REMEMBERED))) {
            return CompletableFuture.completedFuture(freshness(sink, last));
        }
        return warehouse
                .read(connection -> PROGRESS.with("sinks", sink.names())
                        .one(connection, row -> row.instant("as_of"))
                        .orElse(Instant.EPOCH))
                .toCompletableFuture()
                .orTimeout(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS)
                .thenApply(asOf -> remember(sink, asOf))
                .exceptionallyCompose(failure -> last == null
                        ? CompletableFuture.failedFuture(failure)
                        : CompletableFuture.completedFuture(remember(sink, last.asOf())))
                .thenApply(current -> freshness(sink, current));
    }

    private Known remember(PipelineSink sink, Instant asOf) {
        Known current = new Known(asOf, clock.instant());
        known.put(sink, current);
        return current;
    }

    private Freshness freshness(PipelineSink sink, Known current) {
        Instant visible = current.asOf().equals(Instant.EPOCH)
                ? Instant.EPOCH
                : current.asOf().minus(sink.visibleAfter());
        return Freshness.at(visible, clock.instant(), sink.source());
    }
}
