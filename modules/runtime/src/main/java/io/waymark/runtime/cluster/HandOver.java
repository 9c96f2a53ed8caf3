package io.waymark.runtime.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.cluster.sharding.ClusterSharding;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.apache.pekko.pattern.Patterns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a node its share of the shards, and empties it before it shuts down: it says that it takes no more and goes on with
 * everything until its shards live elsewhere, a few at a time, so that no command waits for longer than a few shards take to
 * move. Where all nodes leave there is nobody to hand over to, and nothing is.
 */
public final class HandOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);
    /** Less than the limit of the phase, and much less than what a node is given to end. */
    private static final Duration LIMIT = Duration.ofSeconds(18);

    private final ActorSystem<?> system;
    private final WorkingNodes working;
    private final ClusterSharding sharding;

    private HandOver(ActorSystem<?> system) {
        this.system = system;
        this.working = WorkingNodes.of(system);
        this.sharding = ClusterSharding.get(Adapter.toClassic(system));
    }

    /** Takes shards from now on, and gives them away first thing when this node is asked to end. */
    public static void takePart(ActorSystem<?> system) {
        HandOver handOver = new HandOver(system);
        CoordinatedShutdown.get(system)
                .addTask(CoordinatedShutdown.PhaseBeforeServiceUnbind(), "hand over shards", handOver::run);
        handOver.working.begin();
    }

    private CompletionStage<Done> run() {
        if (!working.others(NodeRole.ENTITIES)) {
            return CompletableFuture.completedFuture(Done.done());
        }
        working.withdraw();
        return untilEmpty(System.nanoTime() + LIMIT.toNanos());
    }

    private CompletionStage<Done> untilEmpty(long deadline) {
        return shards().thenCompose(left -> {
            if (left == 0 || System.nanoTime() > deadline || !working.others(NodeRole.ENTITIES)) {
                LOG.info("{} shards are left on this node, which leaves.", left);
                return CompletableFuture.completedFuture(Done.done());
            }
            return Patterns.after(
                    LOOK_AGAIN,
                    system.classicSystem().scheduler(),
                    system.executionContext(),
                    () -> untilEmpty(deadline));
        });
    }

    /** How many shards of all kinds live here; a region that does not answer counts as one. */
    private CompletionStage<Integer> shards() {
        List<CompletableFuture<Integer>> regions = new ArrayList<>();
        for (String kind : sharding.getShardTypeNames()) {
            regions.add(shards(sharding.shardRegion(kind)).toCompletableFuture());
        }
        return CompletableFuture.allOf(regions.toArray(CompletableFuture[]::new))
                .thenApply(all ->
                        regions.stream().mapToInt(CompletableFuture::join).sum());
    }

    private static CompletionStage<Integer> shards(ActorRef region) {
        return Patterns.ask(region, ShardRegion.getShardRegionStateInstance(), ANSWER_LIMIT)
                .handle((state, failure) -> switch (state) {
                    case ShardRegion.CurrentShardRegionState current ->
                        current.getShards().size();
                    case null -> 1;
                    default -> throw new CompletionException("not a region's state: " + state, failure);
                });
    }
}
