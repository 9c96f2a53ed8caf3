package io.waymark.app.system;

import io.waymark.app.system.SystemState.EntityShards;
import io.waymark.app.system.SystemState.Node;
import io.waymark.app.system.SystemState.Region;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.sharding.ClusterSharding;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.pattern.Patterns;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The nodes of the cluster and what lives on them. */
final class ClusterView {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** Shards of the runtime's own daemons are not entities that anyone would look for. */
    private static final String DAEMONS = "sharded-daemon-process";

    private final ActorSystem<?> system;
    private final String self;

    /**
     * Looks from one node.
     *
     * @param self the name of the node that looks
     */
    ClusterView(ActorSystem<?> system, String self) {
        this.system = system;
        this.self = self;
    }

    List<Node> nodes() {
        Cluster cluster = Cluster.get(system);
        @Nullable Address leader = cluster.state().getLeader();
        Set<Member> unreachable = cluster.state().getUnreachable();
        Address own = cluster.selfMember().address();
        return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .sorted(Comparator.comparing(member -> address(member.address())))
                .map(member -> {
                    boolean here = member.address().equals(own);
                    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
                    return new Node(
                            here ? self : address(member.address()),
                            address(member.address()),
                            unreachable.contains(member) ? "unreachable" : status(member),
                            Objects.equals(member.address(), leader),
                            member.getRoles().stream().sorted().toList(),
                            here
                                    ? Instant.ofEpochMilli(
                                            ManagementFactory.getRuntimeMXBean().getStartTime())
                                    : null,
                            here ? heap.getUsed() : null,
                            here ? heap.getMax() : null);
                })
                .toList();
    }

    CompletionStage<List<EntityShards>> shards() {
        ClusterSharding sharding = ClusterSharding.get(system.classicSystem());
        List<CompletableFuture<EntityShards>> kinds = new ArrayList<>();
        for (String kind : sharding.getShardTypeNames()) {
            if (!kind.startsWith(DAEMONS)) {
                kinds.add(shards(sharding, kind).toCompletableFuture());
            }
        }
        return CompletableFuture.allOf(kinds.toArray(CompletableFuture[]::new))
                .thenApply(all -> kinds.stream()
                        .map(CompletableFuture::join)
                        .sorted(Comparator.comparing(EntityShards::entity))
                        .toList());
    }

    private CompletionStage<EntityShards> shards(ClusterSharding sharding, String kind) {
        var limit = scala.concurrent.duration.FiniteDuration.fromNanos(LIMIT.toNanos());
        return Patterns.ask(sharding.shardRegion(kind), new ShardRegion.GetClusterShardingStats(limit), LIMIT)
                .thenApply(stats -> new EntityShards(kind, regions((ShardRegion.ClusterShardingStats) stats)))
                .exceptionally(failure -> new EntityShards(kind, List.of()));
    }

    private List<Region> regions(ShardRegion.ClusterShardingStats stats) {
        Address own = Cluster.get(system).selfMember().address();
        List<Region> regions = new ArrayList<>();
        for (Map.Entry<Address, ShardRegion.ShardRegionStats> region :
                stats.getRegions().entrySet()) {
            Map<String, Object> perShard =
                    CollectionConverters.asJava(region.getValue().stats());
            int entities = perShard.values().stream()
                    .mapToInt(count -> ((Number) count).intValue())
                    .sum();
            regions.add(new Region(
                    region.getKey().equals(own) ? self : address(region.getKey()), perShard.size(), entities));
        }
        regions.sort(Comparator.comparing(Region::node));
        return regions;
    }

    private static String address(Address address) {
        return address.hostPort().substring(address.hostPort().indexOf('@') + 1);
    }

    private static String status(Member member) {
        return member.status().toString().toLowerCase(Locale.ROOT).replace("weaklyup", "weakly-up");
    }
}
