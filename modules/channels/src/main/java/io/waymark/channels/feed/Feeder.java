package io.waymark.channels.feed;

import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.connection.Outbound;
import io.waymark.runtime.cluster.EvenShards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.sharding.typed.ShardedDaemonProcessSettings;
import org.apache.pekko.cluster.sharding.typed.javadsl.ShardedDaemonProcess;
import org.jspecify.annotations.Nullable;

/**
 * One of the workers that feed channels: its share of the connections, for ever. The cluster spreads the workers over its
 * nodes and moves them when a node goes; every connection has exactly one.
 */
final class Feeder {

    /** Workers in the whole cluster; a connection belongs to one by its name. */
    private static final int WORKERS = 4;

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LOOK_FOR_CONNECTIONS = Duration.ofSeconds(2);

    private enum Message {
        GO_ON,
        MORE,
        ROUND_DONE,
        NOTHING_DUE,
        STOP
    }

    private final ActorContext<Message> context;
    private final TimerScheduler<Message> timers;
    private final Feeding feeding;
    private final int worker;
    private final Map<String, ConnectionFeed> feeds = new ConcurrentHashMap<>();
    private final Map<String, Instant> comparedAt = new ConcurrentHashMap<>();
    private volatile List<ChannelConnection> mine = List.of();
    private Instant lookedAt = Instant.MIN;
    private Duration pause = SHORTEST_PAUSE;
    private boolean inRound;

    private Feeder(ActorContext<Message> context, TimerScheduler<Message> timers, Feeding feeding, int worker) {
        this.context = context;
        this.timers = timers;
        this.feeding = feeding.calling(() -> context.getSelf().tell(Message.MORE));
        this.worker = worker;
    }

    static void start(ActorSystem<?> system, Feeding feeding) {
        ShardedDaemonProcess.get(system)
                .init(
                        Message.class,
                        "channel-feed",
                        WORKERS,
                        worker -> create(feeding, worker),
                        ShardedDaemonProcessSettings.create(system),
                        Optional.of(Message.STOP),
                        Optional.of(EvenShards.in(system)));
    }

    private static Behavior<Message> create(Feeding feeding, int worker) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            Feeder feeder = new Feeder(context, timers, feeding, worker);
            context.getSelf().tell(Message.GO_ON);
            return Behaviors.receiveMessage(feeder::receive);
        }));
    }

    private Behavior<Message> receive(Message message) {
        return switch (message) {
            case GO_ON, MORE -> {
                round();
                yield Behaviors.same();
            }
            case ROUND_DONE -> next(SHORTEST_PAUSE);
            case NOTHING_DUE ->
                next(pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE);
            case STOP -> Behaviors.stopped();
        };
    }

    private Behavior<Message> next(Duration wait) {
        inRound = false;
        pause = wait;
        timers.startSingleTimer(Message.GO_ON, wait);
        return Behaviors.same();
    }

    private void round() {
        if (inRound) {
            return;
        }
        inRound = true;
        Instant now = feeding.clock().instant();
        boolean look = lookedAt.plus(LOOK_FOR_CONNECTIONS).isBefore(now);
        if (look) {
            lookedAt = now;
        }
        CompletionStage<List<ChannelConnection>> connections = look
                ? feeding.connections()
                        .sending()
                        .thenApply(all -> all.stream()
                                .filter(connection ->
                                        Math.floorMod(connection.username().hashCode(), WORKERS) == worker)
                                .toList())
                : CompletableFuture.completedFuture(mine);
        context.pipeToSelf(
                connections.thenCompose(found -> {
                    mine = found;
                    return feedAll(found, now);
                }),
                (any, failure) -> {
                    if (failure != null) {
                        context.getLog().warn("channels could not be fed and are tried again: {}", failure.toString());
                    }
                    return Boolean.TRUE.equals(any) ? Message.ROUND_DONE : Message.NOTHING_DUE;
                });
    }

    private CompletionStage<Boolean> feedAll(List<ChannelConnection> connections, Instant now) {
        CompletionStage<Boolean> any = CompletableFuture.completedFuture(false);
        for (ChannelConnection connection : connections) {
            @Nullable Outbound outbound = connection.outbound();
            if (outbound != null) {
                any = any.thenCompose(before -> feed(connection, outbound, now).thenApply(some -> before || some));
            }
        }
        return any;
    }

    private CompletionStage<Boolean> feed(ChannelConnection connection, Outbound outbound, Instant now) {
        ConnectionFeed feed = feeds.computeIfAbsent(connection.username(), name -> new ConnectionFeed(feeding));
        Instant last = comparedAt.getOrDefault(connection.username(), Instant.MIN);
        if (last.equals(Instant.MIN) || !now.isBefore(last.plus(outbound.compareEvery()))) {
            comparedAt.put(connection.username(), now);
            compare(connection, outbound, new Comparison(feeding, feed));
        }
        return feed.round(connection, outbound);
    }

    /** Beside the feeding, not before it. */
    private void compare(ChannelConnection connection, Outbound outbound, Comparison comparison) {
        CompletionStage<Integer> compared = feeding.connections()
                .refreshIsDue(connection)
                .thenCompose(
                        due -> due ? comparison.refresh(connection, outbound) : CompletableFuture.completedFuture(0))
                .thenCompose(refreshed -> comparison.round(connection, outbound));
        compared.whenComplete((marked, failure) -> {
            if (failure != null) {
                context.getSystem().log().warn("{} could not be compared: {}", connection.name(), failure.toString());
            }
        });
    }
}
