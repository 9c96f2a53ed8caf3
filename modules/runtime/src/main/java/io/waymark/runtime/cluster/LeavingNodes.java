package io.waymark.runtime.cluster;

import java.util.Set;
import java.util.stream.Collectors;
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
import org.apache.pekko.cluster.UniqueAddress;
import org.apache.pekko.cluster.ddata.Key;
import org.apache.pekko.cluster.ddata.ORSet;
import org.apache.pekko.cluster.ddata.ORSetKey;
import org.apache.pekko.cluster.ddata.SelfUniqueAddress;
import org.apache.pekko.cluster.ddata.typed.javadsl.DistributedData;
import org.apache.pekko.cluster.ddata.typed.javadsl.Replicator;
import org.apache.pekko.cluster.ddata.typed.javadsl.ReplicatorMessageAdapter;
import org.apache.pekko.cluster.typed.Cluster;

/**
 * The nodes that are about to shut down, as they have told all others: a node says so before it stops doing anything, so that
 * its work can go elsewhere first.
 *
 * <p>A node is named by address and incarnation, so one that is back at the same address is no longer leaving.
 */
public final class LeavingNodes implements Extension {

    private static final ExtensionId<LeavingNodes> ID = new ExtensionId<>() {
        @Override
        public LeavingNodes createExtension(ActorSystem<?> system) {
            return new LeavingNodes(system);
        }
    };

    private static final Key<ORSet<String>> KEY = ORSetKey.create("waymark-leaving-nodes");
    private static final Set<MemberStatus> GOING =
            Set.of(MemberStatus.leaving(), MemberStatus.exiting(), MemberStatus.down(), MemberStatus.removed());

    private final Cluster cluster;
    private final ActorRef<Message> replication;
    private volatile Set<String> announced = Set.of();

    private LeavingNodes(ActorSystem<?> system) {
        this.cluster = Cluster.get(system);
        this.replication = system.systemActorOf(
                replication(DistributedData.get(system).selfUniqueAddress()),
                "leaving-nodes",
                DispatcherSelector.sameAsParent());
    }

    public static LeavingNodes of(ActorSystem<?> system) {
        return ID.apply(system);
    }

    /** Tells all nodes that this one is about to leave. */
    public void announceThis() {
        replication.tell(new Announce(name(cluster.selfMember().uniqueAddress())));
    }

    /** Whether the node at this address is about to leave; an address without host is this node's. */
    boolean contains(Address address) {
        Address wanted = address.hasLocalScope() ? cluster.selfMember().address() : address;
        return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .filter(member -> member.address().equals(wanted))
                .anyMatch(this::isLeaving);
    }

    /** Whether any node in this role stays. */
    boolean othersStay(NodeRole role) {
        return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .filter(member ->
                        !member.uniqueAddress().equals(cluster.selfMember().uniqueAddress()))
                .filter(member -> member.hasRole(role.text()))
                .anyMatch(member -> member.status().equals(MemberStatus.up()) && !isLeaving(member));
    }

    private boolean isLeaving(Member member) {
        return GOING.contains(member.status()) || announced.contains(name(member.uniqueAddress()));
    }

    private static String name(UniqueAddress node) {
        return node.address() + "#" + node.longUid();
    }

    private sealed interface Message {}

    private record Announce(String node) implements Message {}

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
                                                Replicator.writeLocal(),
                                                replyTo,
                                                nodes ->
                                                        withoutGone(nodes, self).add(self, message.node())),
                                        Announced::new);
                                return Behaviors.same();
                            })
                            .onMessage(Announced.class, message -> Behaviors.same())
                            .onMessage(Changed.class, message -> {
                                if (message.change() instanceof Replicator.Changed<ORSet<String>> changed) {
                                    announced = Set.copyOf(changed.get(KEY).getElements());
                                }
                                return Behaviors.same();
                            })
                            .build();
                }));
    }

    /** Nobody comes back under the same name, so those that left can be forgotten. */
    private ORSet<String> withoutGone(ORSet<String> nodes, SelfUniqueAddress self) {
        Set<String> members = StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .map(member -> name(member.uniqueAddress()))
                .collect(Collectors.toSet());
        ORSet<String> kept = nodes;
        for (String node : nodes.getElements()) {
            if (!members.contains(node)) {
                kept = kept.remove(self, node);
            }
        }
        return kept;
    }
}
