package io.waymark.runtime.projection;

import io.waymark.telemetry.ProjectionMeters;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Runs one projection over one range of slices, for ever: at once while there is more, with growing pauses while there is
 * nothing, and with a back-off after a failure.
 */
final class ProjectionWorker {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(160);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);

    /** Waits for the database, therefore apart from the actors; see cluster-config. */
    private static final DispatcherSelector DISPATCHER = DispatcherSelector.fromConfig("waymark.projection-dispatcher");

    enum Message {
        GO_ON,
        STOP
    }

    private final ActorContext<Message> context;
    private final TimerScheduler<Message> timers;
    private final ProjectionStep step;
    private final String name;
    private final ProjectionMeters.OfProjection meters;
    private Duration pause = SHORTEST_PAUSE;

    private ProjectionWorker(
            ActorContext<Message> context,
            TimerScheduler<Message> timers,
            ProjectionStep step,
            String name,
            ProjectionMeters.OfProjection meters) {
        this.context = context;
        this.timers = timers;
        this.step = step;
        this.name = name;
        this.meters = meters;
    }

    /** The worker as a child on its own dispatcher: the cluster starts what it spreads on that of all actors. */
    static Behavior<Message> create(ProjectionStep step, String name, ProjectionMeters.OfProjection meters) {
        return Behaviors.setup(context -> {
            ActorRef<Message> worker = context.spawn(working(step, name, meters), "worker", DISPATCHER);
            context.watch(worker);
            return Behaviors.receive(Message.class)
                    .onAnyMessage(message -> {
                        worker.tell(message);
                        return Behaviors.same();
                    })
                    .onSignal(Terminated.class, ended -> Behaviors.stopped())
                    .build();
        });
    }

    private static Behavior<Message> working(ProjectionStep step, String name, ProjectionMeters.OfProjection meters) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            ProjectionWorker worker = new ProjectionWorker(context, timers, step, name, meters);
            context.getSelf().tell(Message.GO_ON);
            return Behaviors.receiveMessage(worker::receive);
        }));
    }

    private Behavior<Message> receive(Message message) {
        return switch (message) {
            case GO_ON -> {
                goOn();
                yield Behaviors.same();
            }
            case STOP -> Behaviors.stopped();
        };
    }

    private void goOn() {
        long start = System.nanoTime();
        try {
            int rows = step.run();
            meters.applied(rows, start);
            if (step.full(rows)) {
                context.getSelf().tell(Message.GO_ON);
                return;
            }
            pause = rows > 0 ? SHORTEST_PAUSE : longer(LONGEST_PAUSE);
        } catch (SQLException | RuntimeException e) {
            pause = longer(LONGEST_BACK_OFF);
            meters.failed(start);
            context.getLog().warn("projection {} failed and is tried again: {}", name, e.toString());
            noteFailure(e);
        }
        timers.startSingleTimer(Message.GO_ON, pause);
    }

    private void noteFailure(Exception failure) {
        try {
            step.noteFailure(failure.toString());
        } catch (SQLException | RuntimeException e) {
            context.getLog().debug("the failure could not be noted: {}", e.toString());
        }
    }

    private Duration longer(Duration limit) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(limit) < 0 ? twice : limit;
    }
}
