package io.waymark.runtime.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.ShardCoordinator.AbstractShardAllocationStrategy;
import scala.collection.immutable.IndexedSeq;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Asks {@link ShardPlacement} for the coordinator of one kind of entity.
 *
 * <p>Pekko's own strategy leaves the shards of a node that shuts down where they are until it has stopped listening, and then
 * moves all of them at once, one after another: whoever is last waits for seconds.
 */
public final class EvenShards extends AbstractShardAllocationStrategy {

    /** Enough to empty a node within seconds; a shard on the move waits for those before it, some milliseconds each. */
    private static final int EMPTYING = 10;

    /** A node that has just begun is slow with everything that it does for the first time, so it gets its share bit by bit. */
    private static final int EVENING = 2;

    private final WorkingNodes working;

    private EvenShards(WorkingNodes working) {
        this.working = working;
    }

    public static EvenShards in(ActorSystem<?> system) {
        return new EvenShards(WorkingNodes.of(system));
    }

    @Override
    public Future<ActorRef> allocateShard(
            ActorRef requester, String shard, Map<ActorRef, IndexedSeq<String>> allocations) {
        return Future.successful(placement(allocations).home());
    }

    @Override
    public Future<Set<String>> rebalance(Map<ActorRef, IndexedSeq<String>> allocations, Set<String> moving) {
        // All nodes have to agree to a move: with one of them dead, and not yet known to be, the shard would be away
        // for long.
        return Future.successful(
                working.allAreReachable() ? placement(allocations).moves(moving, EMPTYING, EVENING) : Set.of());
    }

    private ShardPlacement<ActorRef> placement(Map<ActorRef, IndexedSeq<String>> allocations) {
        Map<ActorRef, List<String>> shards = allocations.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        region -> CollectionConverters.asJava(allocations.get(region)),
                        (a, b) -> a,
                        LinkedHashMap::new));
        Set<ActorRef> avoided = shards.keySet().stream()
                .filter(region -> !working.contains(region.path().address()))
                .collect(Collectors.toSet());
        return new ShardPlacement<>(shards, avoided);
    }
}
