package io.waymark.insights.search;

import io.waymark.http.ProblemException;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.projection.ConsistencyToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a search wait until it finds what its caller has just written. */
final class WrittenThenFound {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 100;

    private final Searches searches;
    private final InstantSource clock;

    WrittenThenFound(Searches searches, InstantSource clock) {
        this.searches = searches;
        this.clock = clock;
    }

    /**
     * Waits for the write behind this token.
     *
     * <p>A booking is looked for in the revision that was written. Of what else was written only the time is known: it was
     * before now, so everything recorded before now must be found.
     *
     * @throws ProblemException in the stage, if it is not found within five seconds
     */
    CompletionStage<Void> await(Tenant tenant, String token) {
        ConsistencyToken written = ConsistencyToken.parse(token)
                .orElseThrow(
                        () -> ProblemException.invalid("Waymark-Position", "is not a position that a write answered"));
        Instant now = clock.instant();
        Supplier<CompletionStage<Boolean>> found = written.kind().equals("Booking")
                ? () -> searches.found(tenant, written.id(), written.revision())
                : () -> searches.freshness(SearchKind.BOOKINGS)
                        .thenApply(freshness -> !freshness.asOf().isBefore(now));
        return poll(found, now.plus(LIMIT));
    }

    private CompletionStage<Void> poll(Supplier<CompletionStage<Boolean>> found, Instant deadline) {
        return found.get().thenCompose(there -> {
            if (there) {
                return CompletableFuture.completedFuture(null);
            }
            if (clock.instant().isAfter(deadline)) {
                return CompletableFuture.failedFuture(ProblemException.of(
                        ProblemCode.UNAVAILABLE, "Search has not caught up with your write yet. Try again."));
            }
            return CompletableFuture.supplyAsync(
                            () -> null, CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS))
                    .thenCompose(pause -> poll(found, deadline));
        });
    }
}
