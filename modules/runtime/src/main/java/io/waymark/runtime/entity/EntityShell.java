package io.waymark.runtime.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.waymark.events.Envelope;
import io.waymark.events.Event;
import io.waymark.events.EventJson;
import io.waymark.events.JournalCodec;
import io.waymark.events.JournalCodec.Encoded;
import io.waymark.events.Meta;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Decision.Accept;
import io.waymark.runtime.entity.Decision.Refuse;
import io.waymark.runtime.entity.Message.Ask;
import io.waymark.runtime.entity.Message.Read;
import io.waymark.runtime.entity.Message.StepDone;
import io.waymark.runtime.entity.Message.StepDue;
import io.waymark.runtime.entity.Message.StepFailed;
import io.waymark.runtime.entity.Message.Wake;
import io.waymark.runtime.journal.JournalRecord;
import io.waymark.telemetry.EntityMeters;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.SnapshotSelectionCriteria;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.Recovery;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.jspecify.annotations.Nullable;

/**
 * Gives rules an address, a mailbox and a journal, the same way for every kind of entity.
 *
 * <p>A command passes idempotency, the expected revision and the rules; its events are hash-chained and journalled; the
 * step they lead to is carried out; then the caller is answered. While a step is pending, other commands are stashed.
 */
final class EntityShell<S, C, E extends Event> extends EventSourcedBehavior<Message<S, C>, JournalRecord, Shell<S>> {

    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(10);
    private static final JournalCodec CODEC = new JournalCodec();
    private static final HexFormat HEX = HexFormat.of();

    private final EntityKind<S, C, E> kind;
    private final String persistenceId;
    private final Steps<S, C> steps;
    private final InstantSource clock;
    private final ActorContext<Message<S, C>> context;
    private final TimerScheduler<Message<S, C>> timers;

    /** Callers of the command whose step is pending. They are not journalled: after a crash they time out and repeat. */
    private final List<ActorRef<Reply<S>>> waiting = new ArrayList<>();

    private final EntityMeters.OfKind meters;
    private final long startNanos = System.nanoTime();
    private int attempts;

    private EntityShell(
            EntityKind<S, C, E> kind,
            String entityId,
            InstantSource clock,
            ActorContext<Message<S, C>> context,
            TimerScheduler<Message<S, C>> timers,
            EntityMeters.OfKind meters) {
        super(
                PersistenceId.of(kind.name(), entityId),
                SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), 0.1));
        this.kind = kind;
        this.persistenceId = kind.name() + PersistenceId.DefaultSeparator() + entityId;
        this.steps = kind.steps().apply(entityId.substring(entityId.indexOf(':') + 1));
        this.clock = clock;
        this.context = context;
        this.timers = timers;
        this.meters = meters;
        meters.started();
    }

    /**
     * The behavior of one entity.
     *
     * @param entityId with the tenant in front, {@code ten_…:bkg_…}
     */
    static <S, C, E extends Event> Behavior<Message<S, C>> create(
            EntityKind<S, C, E> kind, String entityId, InstantSource clock, EntityMeters.OfKind meters) {
        return Behaviors.setup(context ->
                Behaviors.withTimers(timers -> new EntityShell<>(kind, entityId, clock, context, timers, meters)));
    }

    @Override
    public Shell<S> emptyState() {
        return Shell.empty(kind.rules().empty());
    }

    @Override
    public CommandHandler<Message<S, C>, JournalRecord, Shell<S>> commandHandler() {
        return (shell, message) -> switch (message) {
            case Ask<S, C> ask when steps.pending(shell.state()) -> Effect().stash();
            case Ask<S, C> ask -> answer(shell, ask);
            case Read<S, C> read ->
                Effect().none().thenRun(after -> read.replyTo().tell(done(after, after.revision(), false)));
            case Wake<S, C> wake -> Effect().none().thenRun(after -> wake(after, wake.replyTo()));
            case StepDone<S, C> step when steps.pending(shell.state()) -> stepDone(shell, step);
            case StepDone<S, C> late -> Effect().none();
            case StepFailed<S, C> failed -> Effect().none().thenRun(after -> retryLater(failed.reason()));
            case StepDue<S, C> due -> Effect().none().thenRun(this::carryOutPending);
        };
    }

    @Override
    public EventHandler<Shell<S>, JournalRecord> eventHandler() {
        return (shell, record) -> {
            E event = kind.eventType().cast(record.event());
            return shell.after(
                    kind.rules().evolve(shell.state(), event, record.meta().occurredAt()), record.meta());
        };
    }

    @Override
    public SignalHandler<Shell<S>> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(RecoveryCompleted.instance(), this::recovered)
                .onSignal(PostStop.instance(), shell -> meters.stopped())
                .build();
    }

    private void recovered(Shell<S> shell) {
        meters.recovered(startNanos);
        carryOutPending(shell);
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return kind.snapshotEvery() == EntityKind.NEVER
                ? RetentionCriteria.disabled()
                : RetentionCriteria.snapshotEvery(kind.snapshotEvery(), 2);
    }

    @Override
    public Recovery recovery() {
        return kind.snapshotEvery() == EntityKind.NEVER
                ? Recovery.withSnapshotSelectionCriteria(SnapshotSelectionCriteria.none())
                : super.recovery();
    }

    private Effect<JournalRecord, Shell<S>> answer(Shell<S> shell, Ask<S, C> ask) {
        Origin origin = ask.origin();
        String digest = digest(ask.command());
        Optional<Recent.Entry> before = shell.recent().find(origin.commandId());
        if (before.isPresent()) {
            return before.get().digest().equals(digest)
                    ? reply(ask.replyTo(), done(shell, before.get().revision(), true))
                    : refuse(shell, ask.replyTo(), usedBefore(origin));
        }
        @Nullable Long expected = origin.expectedRevision();
        if (expected != null && expected != shell.revision()) {
            return refuse(shell, ask.replyTo(), changedMeanwhile(expected, shell.revision()));
        }
        Instant now = clock.instant();
        return switch (kind.rules().decide(shell.state(), ask.command(), moment(origin, now))) {
            case Refuse<E>(Problem problem) -> refuse(shell, ask.replyTo(), problem);
            case Accept<E>(List<E> events)
            when events.isEmpty() -> reply(ask.replyTo(), done(shell, shell.revision(), true));
            case Accept<E>(List<E> events) ->
                Effect()
                        .persist(records(shell, origin, digest, events, now))
                        .thenRun(after -> settleOrWait(after, ask.replyTo()))
                        .thenUnstashAll();
        };
    }

    private Effect<JournalRecord, Shell<S>> stepDone(Shell<S> shell, StepDone<S, C> step) {
        attempts = 0;
        Instant now = clock.instant();
        return switch (kind.rules().decide(shell.state(), step.command(), moment(step.origin(), now))) {
            case Refuse<E>(Problem problem) ->
                throw new IllegalStateException("the outcome of a step was refused: " + problem.detail());
            case Accept<E>(List<E> events) when events.isEmpty() -> Effect().none();
            case Accept<E>(List<E> events) ->
                Effect()
                        .persist(records(shell, step.origin(), digest(step.command()), events, now))
                        .thenRun(this::settleOrGoOn)
                        .thenUnstashAll();
        };
    }

    private void settleOrWait(Shell<S> after, ActorRef<Reply<S>> caller) {
        if (steps.pending(after.state())) {
            waiting.add(caller);
            carryOutPending(after);
        } else {
            caller.tell(done(after, after.revision(), false));
        }
    }

    private void settleOrGoOn(Shell<S> after) {
        if (steps.pending(after.state())) {
            carryOutPending(after);
        } else {
            waiting.forEach(caller -> caller.tell(done(after, after.revision(), false)));
            waiting.clear();
        }
    }

    private void wake(Shell<S> shell, ActorRef<Reply<S>> caller) {
        if (steps.pending(shell.state())) {
            waiting.add(caller);
        } else {
            caller.tell(done(shell, shell.revision(), false));
        }
    }

    private void carryOutPending(Shell<S> shell) {
        if (!steps.pending(shell.state())) {
            return;
        }
        Origin origin = stepOrigin(shell);
        context.pipeToSelf(
                steps.carryOut(shell.state(), origin),
                (command, failure) ->
                        failure == null ? new StepDone<>(origin, command) : new StepFailed<>(failure.toString()));
    }

    private void retryLater(String reason) {
        Duration delay = FIRST_RETRY.multipliedBy(1L << Math.min(attempts, 10));
        context.getLog().warn("{}: a step failed and is tried again: {}", persistenceId, reason);
        attempts++;
        meters.stepFailed();
        timers.startSingleTimer("step", new StepDue<>(), delay.compareTo(LAST_RETRY) < 0 ? delay : LAST_RETRY);
    }

    private Origin stepOrigin(Shell<S> shell) {
        Meta last = shell.last();
        if (last == null) {
            throw new IllegalStateException(persistenceId + " owes a step before anything has happened");
        }
        String step = persistenceId.substring(persistenceId.indexOf(':') + 1) + "/" + shell.revision();
        return new Origin(
                last.tenant(),
                last.legalEntity(),
                last.actor(),
                last.actingFor(),
                last.reason(),
                step,
                step,
                "process",
                null,
                null,
                last.occurredAt(),
                null,
                last.traceparent());
    }

    private List<JournalRecord> records(Shell<S> shell, Origin origin, String digest, List<E> events, Instant now) {
        List<JournalRecord> records = new ArrayList<>(events.size());
        S state = shell.state();
        String hash = shell.lastHash();
        for (E event : events) {
            state = kind.rules().evolve(state, event, moment(origin, now).occurredAt());
            Meta meta = meta(
                    origin,
                    digest,
                    now,
                    steps.pending(state),
                    hash,
                    kind.rules().versions());
            Encoded encoded = CODEC.encode(meta, event);
            hash = encoded.hash();
            records.add(new JournalRecord(new Envelope<>(meta.withHash(hash), event), encoded));
        }
        return records;
    }

    private static Meta meta(
            Origin origin,
            String digest,
            Instant now,
            boolean pending,
            String previousHash,
            Map<String, String> rules) {
        return new Meta(
                origin.tenant(),
                origin.legalEntity(),
                origin.actor(),
                origin.actingFor(),
                origin.reason(),
                origin.commandId(),
                digest,
                origin.causation(),
                origin.source(),
                origin.ip(),
                origin.userAgent(),
                moment(origin, now).occurredAt(),
                now,
                origin.traceparent(),
                rules,
                pending,
                previousHash,
                "");
    }

    private static Moment moment(Origin origin, Instant now) {
        @Nullable Instant occurredAt = origin.occurredAt();
        return new Moment(now, occurredAt == null ? now : occurredAt);
    }

    private static String digest(Object command) {
        try {
            return HEX.formatHex(Ids.sha256(EventJson.MAPPER.writeValueAsBytes(command)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Effect<JournalRecord, Shell<S>> refuse(Shell<S> shell, ActorRef<Reply<S>> caller, Problem problem) {
        return reply(caller, new Reply.Refused<>(problem, shell.revision()));
    }

    private Effect<JournalRecord, Shell<S>> reply(ActorRef<Reply<S>> caller, Reply<S> reply) {
        return Effect().none().thenRun(after -> caller.tell(reply)).thenUnstashAll();
    }

    private Reply<S> done(Shell<S> shell, long revision, boolean repeated) {
        return new Reply.Done<>(kind.rules().answered(shell.state()), revision, repeated);
    }

    private static Problem usedBefore(Origin origin) {
        return Problem.of(
                ProblemCode.IDEMPOTENCY_CONFLICT,
                "The command id " + origin.commandId() + " was used for another command. Take a new id.");
    }

    private static Problem changedMeanwhile(long expected, long actual) {
        return Problem.of(
                ProblemCode.PRECONDITION_FAILED,
                "You expected revision " + expected + ", but the resource is at " + actual + ". Read it again.");
    }
}
