package io.waymark.runtime.cluster;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Extension;
import org.apache.pekko.actor.typed.ExtensionId;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.ddata.Key;
import org.apache.pekko.cluster.ddata.ORSet;
import org.apache.pekko.cluster.ddata.ORSetKey;
import org.apache.pekko.cluster.ddata.SelfUniqueAddress;
import org.apache.pekko.cluster.ddata.typed.javadsl.DistributedData;
import org.apache.pekko.cluster.ddata.typed.javadsl.Replicator;
import org.apache.pekko.cluster.ddata.typed.javadsl.ReplicatorMessageAdapter;
import org.apache.pekko.cluster.typed.Cluster;

/**
 * The nodes that take work, as they have told all others: a node says so when it is ready to answer, and takes it back before
 * it shuts down, while it still does everything. So neither a node that is still starting nor one that goes is given shards.
 *
 * <p>A node is named by address and incarnation, so one that is back at the same address has to say so again.
 */
public final class WorkingNodes implements Extension {

    private static final ExtensionId<WorkingNodes> ID = new ExtensionId<>() {
        @Override
        public WorkingNodes createExtension(ActorSystem<?> system) {
            return new WorkingNodes(system);
        }
    };

    private static final Key<ORSet<String>> KEY = ORSetKey.create("waymark-working-nodes");
    /** All nodes are told at once; whoever does not answer within this time hears of it later. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final ActorRef<Message> replication;
    private volatile Set<String> working = Set.of();

    private WorkingNodes(ActorSystem<?> system) {
        this.cluster = Cluster.get(system);
        this.replication = system.systemActorOf(
                replication(DistributedData.get(system).selfUniqueAddress()),
                "working-nodes",
                DispatcherSelector.sameAsParent());
    }

    public static WorkingNodes of(ActorSystem<?> system) {
        return ID.apply(system);
    }

    /** Tells all nodes that this one takes work. */
    public void begin() {
        replication.tell(new Announce(name(cluster.selfMember()), true));
    }

    /** Tells all nodes that this one takes no more work and gives away what it has. */
    void withdraw() {
        replication.tell(new Announce(name(cluster.selfMember()), false));
    }

    /** Whether the node at this address takes work; an address without host is this node's. */
    boolean contains(Address address) {
        Address wanted = address.hasLocalScope() ? cluster.selfMember().address() : address;
        return members().filter(member -> member.address().equals(wanted)).anyMatch(this::works);
    }

    /** Whether any other node in this role takes work. */
    boolean others(NodeRole role) {
        return members()
                .filter(member ->
                        !member.uniqueAddress().equals(cluster.selfMember().uniqueAddress()))
                .filter(member -> member.hasRole(role.text()))
                .anyMatch(this::works);
    }

    /** Whether every node is heard; while one is not, nobody knows which shards it still has. */
    boolean allAreReachable() {
        return cluster.state().getUnreachable().isEmpty();
    }

    private boolean works(Member member) {
        return member.status().equals(MemberStatus.up())
                && working.contains(name(member))
                && !cluster.state().getUnreachable().contains(member);
    }

    private Stream<Member> members() {
        return StreamSupport.stream(cluster.state().getMembers().spliterator(), false);
    }

    private static String name(Member member) {
        return member.address() + "#" + member.uniqueAddress().longUid();
    }

    private sealed interface Message {}

    private record Announce(String node, boolean works) implements Message {}

    private record Announced(Replicator.UpdateResponse<ORSet<String>> outcome) implements Message {}

    private record Changed(Replicator.SubscribeResponse<ORSet<String>> change) implements Message {}

    private Behavior<Message> replication(SelfUniqueAddress self) {
        return Behaviors.setup(context -> DistributedData.withReplicatorMessageAdapter(
                (ReplicatorMessageAdapter<Message, ORSet<String>> replicator) -> {
                    replicator.subscribe(KEY, Changed::new);
                    return Behaviors.receive(Message.class)
                            .onMessage(Announce.class, message -> {
                                replicator.askUpdate(
                                        replyTo -> new Replicator.Update<>(
                                                KEY,
                                                ORSet.empty(),
                                                new Replicator.WriteAll(TOLD_WITHIN),
                                                replyTo,
                                                nodes -> after(withoutGone(nodes, self), message, self)),
                                        Announced::new);
                                return Behaviors.same();
                            })
                            .onMessage(Announced.class, message -> Behaviors.same())
                            .onMessage(Changed.class, message -> {
                                if (message.change() instanceof Replicator.Changed<ORSet<String>> changed) {
                                    working = Set.copyOf(changed.get(KEY).getElements());
                                }
                                return Behaviors.same();
                            })
                            .build();
                }));
    }

    private static ORSet<String> after(ORSet<String> nodes, Announce message, SelfUniqueAddress self) {
        return message.works() ? nodes.add(self, message.node()) : nodes.remove(self, message.node());
    }

    /** Nobody comes back under the same name, so those that left can be forgotten. */
    private ORSet<String> withoutGone(ORSet<String> nodes, SelfUniqueAddress self) {
        Set<String> members = members().map(WorkingNodes::name).collect(Collectors.toSet());
        ORSet<String> kept = nodes;
        for (String node : nodes.getElements()) {
            if (!members.contains(node)) {
                kept = kept.remove(self, node);
            }
        }
        return kept;
    }
}
