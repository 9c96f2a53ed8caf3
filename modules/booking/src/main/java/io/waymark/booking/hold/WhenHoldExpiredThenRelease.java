package io.waymark.booking.hold;

import io.waymark.booking.Booking;
import io.waymark.booking.BookingCommand;
import io.waymark.booking.overview.BookingOverviews;
import io.waymark.booking.overview.BookingOverviews.DueHold;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.SingletonActor;

/**
 * Tells bookings whose hold has ended that it has. One in the cluster.
 *
 * <p>It may be late: the deadline decides, not the sweep. It may be wrong: a booking whose hold is still good stays.
 */
public final class WhenHoldExpiredThenRelease {

    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int AT_ONCE = 100;

    private enum Message {
        SWEEP,
        SWEPT
    }

    private final Entities<Booking, BookingCommand> bookings;
    private final BookingOverviews overviews;
    private final InstantSource clock;

    private WhenHoldExpiredThenRelease(
            Entities<Booking, BookingCommand> bookings, BookingOverviews overviews, InstantSource clock) {
        this.bookings = bookings;
        this.overviews = overviews;
        this.clock = clock;
    }

    public static void start(
            ActorSystem<?> system,
            Entities<Booking, BookingCommand> bookings,
            BookingOverviews overviews,
            InstantSource clock) {
        var sweeper = new WhenHoldExpiredThenRelease(bookings, overviews, clock);
        ClusterSingleton.get(system).init(SingletonActor.of(sweeper.behavior(), "when-hold-expired-then-release"));
    }

    private Behavior<Message> behavior() {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            timers.startSingleTimer(Message.SWEEP, ROUND);
            return Behaviors.receiveMessage(message -> {
                switch (message) {
                    case SWEEP ->
                        context.pipeToSelf(sweep(), (swept, failure) -> {
                            if (failure != null) {
                                context.getLog().warn("expired holds wait for the next round: {}", failure.toString());
                            }
                            return Message.SWEPT;
                        });
                    case SWEPT -> timers.startSingleTimer(Message.SWEEP, ROUND);
                }
                return Behaviors.same();
            });
        }));
    }

    private CompletionStage<Void> sweep() {
        return overviews.due(clock.instant(), AT_ONCE).thenCompose(this::expireAll);
    }

    private CompletionStage<Void> expireAll(List<DueHold> due) {
        return CompletableFuture.allOf(due.stream().map(this::expire).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Reply<Booking>> expire(DueHold hold) {
        Origin origin = Origin.internal(
                hold.tenant(), "process:when-hold-expired-then-release", "timer", hold.bookingId() + "/expiry");
        return bookings.ask(hold.bookingId(), new BookingCommand.Expire(), origin)
                .toCompletableFuture();
    }
}
