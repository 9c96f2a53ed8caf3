package io.waymark.runtime.entity;

import io.waymark.events.Event;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.cluster.EvenShards;
import io.waymark.runtime.cluster.NodeRole;
import io.waymark.telemetry.CommandMeters;
import io.waymark.telemetry.CommandMeters.Outcome;
import io.waymark.telemetry.EntityMeters;
import io.waymark.telemetry.Telemetry;
import io.waymark.telemetry.TraceSpan;
import io.waymark.telemetry.Tracing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Scheduler;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.jspecify.annotations.Nullable;
import scala.concurrent.ExecutionContext;
import scala.jdk.javaapi.FutureConverters;

/** Entities of one kind, spread over the cluster by Pekko's Cluster Sharding: each lives on one node at a time. */
public final class ShardedEntities<S, C> implements Entities<S, C>, Sleepers {

    /** Longer than a fail-over takes, so that a command sent during one is answered and not given up. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(12);

    /**
     * When a message that is not answered yet is sent again, each time a little later: what was under way to a node that
     * died, or to a shard that moved, is lost, and nobody would say so. An entity that was only slow knows the command by
     * its id.
     */
    private static final Duration SENT_AGAIN_AFTER = Duration.ofMillis(200);

    private static final Duration SENT_AGAIN_AT_LAST_AFTER = Duration.ofSeconds(1);

    private final ClusterSharding sharding;
    private final Scheduler scheduler;
    private final EntityTypeKey<Message<S, C>> key;
    private final String name;
    private final CommandMeters.OfKind commands;

    private ShardedEntities(
            ActorSystem<?> system, EntityTypeKey<Message<S, C>> key, String name, CommandMeters.OfKind commands) {
        this.sharding = ClusterSharding.get(system);
        this.scheduler = system.scheduler();
        this.key = key;
        this.name = name;
        this.commands = commands;
    }

    /** Starts the shard region of this kind on this node. */
    public static <S, C, E extends Event> ShardedEntities<S, C> start(
            ActorSystem<?> system, EntityKind<S, C, E> kind, InstantSource clock, Telemetry telemetry) {
        EntityTypeKey<Message<S, C>> key = key(kind.name());
        EntityMeters.OfKind entities = telemetry.entities().kind(kind.name());
        ClusterSharding.get(system)
                .init(Entity.of(
                                key,
                                context -> CommandLog.correlated(
                                        EntityShell.create(kind, context.getEntityId(), clock, entities)))
                        .withRole(NodeRole.ENTITIES.text())
                        .withAllocationStrategy(EvenShards.in(system)));
        return new ShardedEntities<>(
                system, key, kind.name(), telemetry.commands().kind(kind.name()));
    }

    @Override
    public CompletionStage<Reply<S>> ask(String id, C command, Origin origin) {
        long start = System.nanoTime();
        @Nullable TraceSpan span = Tracing.span("ask " + name, origin.traceparent());
        Origin sent = span == null ? origin : origin.tracedBy(span.traceparent());
        CompletionStage<Reply<S>> answer =
                ask(sent.tenant().entity(id), replyTo -> new Message.Ask<>(sent, command, replyTo));
        return answer.whenComplete((reply, failure) -> {
            commands.ended(outcome(reply), start);
            TraceSpan.end(span, failure);
        });
    }

    @Override
    public CompletionStage<Reply<S>> read(Tenant tenant, String id) {
        return ask(tenant.entity(id), Message.Read::new);
    }

    @Override
    public String kind() {
        return name;
    }

    @Override
    public CompletionStage<Long> wake(String entityId) {
        CompletionStage<Reply<S>> settled = ask(entityId, Message.Wake::new);
        return settled.thenApply(reply -> switch (reply) {
            case Reply.Done<S> done -> done.revision();
            case Reply.Refused<S> refused -> refused.revision();
        });
    }

    /** Of a stage that may have failed, whose reply is then none. */
    private static <S> Outcome outcome(@Nullable Reply<S> reply) {
        return switch (reply) {
            case null -> Outcome.UNKNOWN;
            case Reply.Done<S> done -> done.repeated() ? Outcome.REPEATED : Outcome.DONE;
            case Reply.Refused<S> refused -> Outcome.REFUSED;
        };
    }

    private CompletionStage<Reply<S>> ask(String entityId, Function<ActorRef<Reply<S>>, Message<S, C>> message) {
        EntityRef<Message<S, C>> entity = sharding.entityRefFor(key, entityId);
        AtomicReference<Message<S, C>> sent = new AtomicReference<>();
        CompletableFuture<Reply<S>> answer = here(entity.ask(
                replyTo -> {
                    Message<S, C> first = message.apply(replyTo);
                    sent.set(first);
                    return first;
                },
                ANSWER_LIMIT));
        sendAgain(entity, sent.get(), answer, SENT_AGAIN_AFTER);
        return answer;
    }

    private void sendAgain(
            EntityRef<Message<S, C>> entity,
            Message<S, C> message,
            CompletableFuture<Reply<S>> answer,
            Duration after) {
        scheduler.scheduleOnce(
                after,
                () -> {
                    if (!answer.isDone()) {
                        entity.tell(message);
                        sendAgain(entity, message, answer, later(after));
                    }
                },
                ExecutionContext.parasitic$.MODULE$);
    }

    private static Duration later(Duration after) {
        Duration doubled = after.multipliedBy(2);
        return doubled.compareTo(SENT_AGAIN_AT_LAST_AFTER) < 0 ? doubled : SENT_AGAIN_AT_LAST_AFTER;
    }

    /** Goes on where the answer arrives: Pekko's own stages hand every continuation to the common pool first. */
    private static <T> CompletableFuture<T> here(CompletionStage<T> answer) {
        CompletableFuture<T> result = new CompletableFuture<>();
        FutureConverters.asScala(answer)
                .onComplete(
                        outcome -> outcome.isSuccess()
                                ? result.complete(outcome.get())
                                : result.completeExceptionally(outcome.failed().get()),
                        ExecutionContext.parasitic$.MODULE$);
        return result;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal cannot say what the messages are about
    private static <S, C> EntityTypeKey<Message<S, C>> key(String name) {
        return (EntityTypeKey) EntityTypeKey.create(Message.class, name);
    }
}
