package io.waymark.insights.feed;

import io.waymark.http.ProblemException;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.OverflowStrategy;
import org.apache.pekko.stream.javadsl.BroadcastHub;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the warehouse for new events, once for all listeners of a node and only while somebody listens.
 *
 * <p>A slow listener holds up nobody: it loses the oldest batches and reads them from the warehouse when it gets there.
 */
public final class LiveFeed {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int LARGEST_BATCH = 1_000;
    private static final int BUFFERED_BATCHES = 16;
    private static final int MOST_LISTENERS = 1_000;

    private final FeedReader reader;
    private final AtomicInteger listeners = new AtomicInteger();
    private final Source<FeedBatch, NotUsed> batches;
    private volatile @Nullable FeedPosition position;

    private LiveFeed(ActorSystem<?> system, FeedReader reader) {
        this.reader = reader;
        this.batches = Source.tick(Duration.ZERO, POLL, NotUsed.getInstance())
                .conflate((waiting, newer) -> newer)
                .mapAsync(1, tick -> poll())
                .mapConcat(found -> found.stream().toList())
                .toMat(BroadcastHub.of(FeedBatch.class, BUFFERED_BATCHES), (tick, hub) -> hub)
                .run(system);
        // With nobody there a hub keeps what it has: this listener lets it go.
        batches.runWith(Sink.ignore(), system);
    }

    public static LiveFeed start(ActorSystem<?> system, FeedReader reader) {
        return new LiveFeed(system, reader);
    }

    /**
     * What one listener is told from now on, or from behind the last event that it has seen.
     *
     * @throws ProblemException if too many listen already
     */
    Source<Follower.Signal, NotUsed> follow(Tenant tenant, @Nullable String property, @Nullable String lastEventId) {
        if (listeners.get() >= MOST_LISTENERS) {
            throw ProblemException.of(ProblemCode.UNAVAILABLE, "Too many listen to this node. Try again.");
        }
        return Source.fromMaterializer((materializer, attributes) -> {
                    Follower follower = new Follower(reader, tenant, property);
                    return Source.single(Optional.<FeedBatch>empty())
                            .concat(batches.buffer(BUFFERED_BATCHES, OverflowStrategy.dropHead())
                                    .map(Optional::of))
                            .mapAsync(
                                    1,
                                    batch -> batch.isPresent()
                                            ? follower.next(batch.get())
                                            : follower.begin(lastEventId))
                            .<Follower.Signal>mapConcat(signals -> signals);
                })
                .watchTermination((nothing, done) -> {
                    listeners.incrementAndGet();
                    done.whenComplete((end, failure) -> listeners.decrementAndGet());
                    return NotUsed.getInstance();
                });
    }

    private CompletionStage<List<FeedBatch>> poll() {
        if (listeners.get() == 0) {
            position = null;
            return CompletableFuture.completedFuture(List.of());
        }
        @Nullable FeedPosition from = position;
        CompletionStage<List<FeedBatch>> found = from == null
                ? reader.head().thenApply(head -> {
                    position = head;
                    return List.of(FeedBatch.beginning(head));
                })
                : reader.after(from, LARGEST_BATCH).thenApply(batch -> {
                    batch.ifPresent(next -> position = next.upTo());
                    return batch.stream().toList();
                });
        return found.exceptionally(failure -> {
            LOG.warn("the feed's next events cannot be read; trying again: {}", failure.getMessage());
            return List.of();
        });
    }
}
