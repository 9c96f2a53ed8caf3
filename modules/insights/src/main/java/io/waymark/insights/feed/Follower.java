package io.waymark.insights.feed;

import io.waymark.kernel.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One listener's way through the feed. It knows how far it is, so a batch that it missed, because it was slow or not yet
 * there, is noticed and read from the warehouse; a listener that missed too much is told to begin anew.
 *
 * <p>Used by one stream, one step at a time.
 */
final class Follower {

    /** More than that is not worth sending: whoever was away so long reads the newest events instead. */
    static final int MOST_MISSED = 1_000;

    private final FeedReader reader;
    private final Tenant tenant;
    private final @Nullable String property;
    private volatile FeedPosition position = FeedPosition.START;

    Follower(FeedReader reader, Tenant tenant, @Nullable String property) {
        this.reader = reader;
        this.tenant = tenant;
        this.property = property;
    }

    /** What to tell a listener. */
    sealed interface Signal {
        record Happened(ReservationEvent event) implements Signal {}

        /** Too much was missed: read the recent events and go on from there. */
        record Reset() implements Signal {}
    }

    /** Begins behind the last event that the listener has seen, or now where it says nothing. */
    CompletionStage<List<Signal>> begin(@Nullable String lastEventId) {
        if (lastEventId == null) {
            return reader.head().thenApply(head -> reach(head, List.of()));
        }
        Optional<FeedPosition> last = FeedPosition.parse(lastEventId);
        if (last.isEmpty()) {
            return reader.head().thenApply(head -> reach(head, List.of(new Signal.Reset())));
        }
        position = last.get();
        return reader.head().thenCompose(this::refill);
    }

    CompletionStage<List<Signal>> next(FeedBatch batch) {
        if (batch.upTo().compareTo(position) <= 0) {
            return CompletableFuture.completedFuture(List.of());
        }
        if (batch.after().compareTo(position) > 0) {
            return refill(batch.upTo());
        }
        List<Signal> signals = new ArrayList<>();
        for (ReservationEvent event : batch.events()) {
            if (event.position().compareTo(position) > 0
                    && event.tenant().equals(tenant.id())
                    && event.isOf(property)) {
                signals.add(new Signal.Happened(event));
            }
        }
        return CompletableFuture.completedFuture(reach(batch.upTo(), signals));
    }

    private CompletionStage<List<Signal>> refill(FeedPosition atLeast) {
        return reader.behind(tenant, property, position, MOST_MISSED + 1).thenApply(missed -> {
            if (missed.size() > MOST_MISSED) {
                return reach(atLeast, List.of(new Signal.Reset()));
            }
            FeedPosition reached = missed.isEmpty() ? atLeast : missed.getLast().position();
            return reach(
                    reached.compareTo(atLeast) > 0 ? reached : atLeast,
                    missed.stream().<Signal>map(Signal.Happened::new).toList());
        });
    }

    private List<Signal> reach(FeedPosition reached, List<Signal> signals) {
        if (reached.compareTo(position) > 0) {
            position = reached;
        }
        return signals;
    }
}
