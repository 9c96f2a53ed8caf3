package io.waymark.runtime.projection;

import io.waymark.runtime.cluster.NodeRole;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.entity.Sleepers;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.ClusterSingletonSettings;
import org.apache.pekko.cluster.typed.SingletonActor;

/**
 * Wakes entities that owe a step for too long: their node died, or they were passivated between two attempts.
 *
 * <p>One in the cluster. A woken entity carries out what it owes; waking one that owes nothing does no harm.
 */
public final class Waker {

    private static final Duration TOO_LONG = Duration.ofSeconds(5);
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int AT_ONCE = 50;

    private enum Message {
        LOOK,
        LOOKED
    }

    private final ActorContext<Message> context;
    private final Database database;
    private final Map<String, Sleepers> kinds;

    private Waker(ActorContext<Message> context, Database database, Map<String, Sleepers> kinds) {
        this.context = context;
        this.database = database;
        this.kinds = kinds;
    }

    public static void start(ActorSystem<?> system, Database database, List<? extends Sleepers> kinds) {
        Map<String, Sleepers> byName =
                kinds.stream().collect(Collectors.toUnmodifiableMap(Sleepers::kind, Function.identity()));
        ClusterSingleton.get(system)
                .init(SingletonActor.of(create(database, byName), "waker")
                        .withSettings(ClusterSingletonSettings.create(system).withRole(NodeRole.PROJECTIONS.text())));
    }

    private static Behavior<Message> create(Database database, Map<String, Sleepers> kinds) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            Waker waker = new Waker(context, database, kinds);
            timers.startSingleTimer(Message.LOOK, ROUND);
            return Behaviors.receiveMessage(message -> {
                switch (message) {
                    case LOOK -> waker.look();
                    case LOOKED -> timers.startSingleTimer(Message.LOOK, ROUND);
                }
                return Behaviors.same();
            });
        }));
    }

    private void look() {
        context.pipeToSelf(overdue().thenCompose(this::wakeAll), (woken, failure) -> {
            if (failure != null) {
                context.getLog().warn("sleepers could not all be woken: {}", failure.toString());
            }
            return Message.LOOKED;
        });
    }

    private CompletionStage<List<String>> overdue() {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select persistence_id from pending_step
                     where since < clock_timestamp() - make_interval(secs => ?) order by since limit ?""")) {
                select.setInt(1, Math.toIntExact(TOO_LONG.toSeconds()));
                select.setInt(2, AT_ONCE);
                List<String> overdue = new ArrayList<>();
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        overdue.add(result.getString(1));
                    }
                }
                return overdue;
            }
        });
    }

    private CompletionStage<Void> wakeAll(List<String> persistenceIds) {
        return CompletableFuture.allOf(persistenceIds.stream()
                .filter(persistenceId -> kinds.containsKey(kind(persistenceId)))
                .map(this::wake)
                .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Long> wake(String persistenceId) {
        Sleepers sleepers = kinds.get(kind(persistenceId));
        if (sleepers == null) {
            throw new IllegalStateException("filtered before");
        }
        return sleepers.wake(persistenceId.substring(persistenceId.indexOf('|') + 1))
                .toCompletableFuture();
    }

    private static String kind(String persistenceId) {
        return persistenceId.substring(0, persistenceId.indexOf('|'));
    }
}
