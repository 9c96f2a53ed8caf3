package io.waymark.insights.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers of the last moments. Whoever asks the same meanwhile waits for the same answer; failures are not kept.
 *
 * @param <Q> the question with all that its answer depends on, the tenant above all
 */
final class RecentAnswers<Q, A> {

    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int KEPT_AT_MOST = 500;

    private record Kept<A>(CompletableFuture<A> answer, Instant until) {}

    private final InstantSource clock;
    private final Map<Q, Kept<A>> kept = new ConcurrentHashMap<>();

    RecentAnswers(InstantSource clock) {
        this.clock = clock;
    }

    CompletionStage<A> answer(Q question, Supplier<CompletionStage<A>> ask) {
        Instant now = clock.instant();
        if (kept.size() >= KEPT_AT_MOST) {
            kept.values().removeIf(old -> old.until().isBefore(now));
            if (kept.size() >= KEPT_AT_MOST) {
                kept.clear();
            }
        }
        CompletableFuture<A> mine = new CompletableFuture<>();
        Kept<A> current = kept.compute(
                question,
                (same, old) ->
                        old == null || old.until().isBefore(now) || old.answer().isCompletedExceptionally()
                                ? new Kept<>(mine, now.plus(KEPT))
                                : old);
        if (current.answer() == mine) {
            asked(ask).whenComplete((answer, failure) -> {
                if (failure == null) {
                    mine.complete(answer);
                } else {
                    mine.completeExceptionally(failure);
                }
            });
        }
        return current.answer();
    }

    /** Whoever waits is told of every failure, also of one to ask at all. */
    private static <A> CompletionStage<A> asked(Supplier<CompletionStage<A>> ask) {
        try {
            return ask.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
