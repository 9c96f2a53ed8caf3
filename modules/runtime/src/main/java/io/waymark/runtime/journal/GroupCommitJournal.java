package io.waymark.runtime.journal;

import com.typesafe.config.Config;
import io.waymark.runtime.NodeTelemetry;
import io.waymark.runtime.SteadyClock;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.journal.JournalStore.Row;
import io.waymark.telemetry.JournalMeters;
import io.waymark.telemetry.Telemetry;
import io.waymark.telemetry.TraceSpan;
import java.io.NotSerializableException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.JournalProtocol;
import org.apache.pekko.persistence.JournalProtocol.DeleteMessagesTo;
import org.apache.pekko.persistence.JournalProtocol.ReplayMessages;
import org.apache.pekko.persistence.JournalProtocol.WriteMessages;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.PersistentRepr$;

/**
 * Pekko Persistence's journal over {@link JournalStore}: the same table as the JDBC plug-in's, with a short way into it.
 *
 * <p>The answers go straight from the lane to the entity, without the futures, the resequencer and the circuit breaker
 * between; a failed write fails the entity, which comes back with a back-off and reads what is really there. The protocol
 * is Pekko's own and not its public interface, so its version is pinned, and the plain plug-in stays a setting away: see
 * docs/decisions/0017-journal-by-group-commit.md.
 */
public final class GroupCommitJournal extends AbstractActor {

    private static final String DATABASE = "pekko-persistence-jdbc.shared-databases.slick.db";

    private final JournalSerializer serializer = new JournalSerializer();
    private final JournalStore store;
    private final JournalMeters meters;
    private final InstantSource clock = SteadyClock.ofThisProcess();

    /** Made by Pekko from the section of the configuration that names this class. */
    public GroupCommitJournal(Config config) {
        int lanes = config.getInt("lanes");
        Telemetry telemetry = NodeTelemetry.of(Adapter.toTyped(getContext().getSystem()));
        meters = telemetry.journal();
        Config address = getContext().getSystem().settings().config().getConfig(DATABASE);
        Database database = Database.open(
                "waymark-journal",
                new Database.Address(
                        address.getString("url"), address.getString("user"), address.getString("password")),
                lanes,
                // The plan that is kept for a recovery may have been made while the table was still tiny.
                "enable_seqscan=off");
        database.measuredBy(telemetry.registry());
        // On the entities' own threads: told from elsewhere, each entity of a batch would wake one.
        store = new JournalStore(database, lanes, getContext().dispatcher());
    }

    @Override
    public void postStop() {
        store.close();
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(WriteMessages.class, this::write)
                .match(ReplayMessages.class, this::replay)
                .match(DeleteMessagesTo.class, this::refuseToDelete)
                .build();
    }

    private void write(WriteMessages request) {
        List<PersistentRepr> events = new ArrayList<>(1);
        List<Row> rows = new ArrayList<>(1);
        long now = clock.millis();
        List<AtomicWrite> writes = new ArrayList<>(1);
        for (var messages = request.messages().iterator(); messages.hasNext(); ) {
            AtomicWrite write = (AtomicWrite) messages.next();
            writes.add(write);
            for (var payload = write.payload().iterator(); payload.hasNext(); ) {
                PersistentRepr event = payload.next();
                events.add(event);
                rows.add(row(event, now));
            }
        }
        ActorRef journal = self();
        long start = System.nanoTime();
        List<TraceSpan> spans = JournalTraces.begin(writes);
        store.append(rows).whenComplete((written, failure) -> {
            spans.forEach(span -> TraceSpan.end(span, failure));
            if (failure == null) {
                meters.written(events.size(), start);
                answer(
                        request,
                        journal,
                        JournalProtocol.WriteMessagesSuccessful$.MODULE$,
                        events,
                        event -> new JournalProtocol.WriteMessageSuccess(event, request.actorInstanceId()));
            } else {
                meters.failed(start);
                answer(
                        request,
                        journal,
                        new JournalProtocol.WriteMessagesFailed(failure, events.size()),
                        events,
                        event -> new JournalProtocol.WriteMessageFailure(event, failure, request.actorInstanceId()));
            }
        });
    }

    private static Row row(PersistentRepr event, long now) {
        JournalRecord record = (JournalRecord) event.payload();
        return new Row(
                event.persistenceId(),
                event.sequenceNr(),
                event.writerUuid(),
                now,
                record.encoded().name(),
                record.encoded().payload());
    }

    private static void answer(
            WriteMessages request,
            ActorRef journal,
            Object first,
            List<PersistentRepr> events,
            Function<PersistentRepr, Object> each) {
        ActorRef entity = request.persistentActor();
        entity.tell(first, journal);
        events.forEach(event -> entity.tell(each.apply(event), event.sender() == null ? journal : event.sender()));
    }

    private void replay(ReplayMessages request) {
        ActorRef journal = self();
        store.recover(request.persistenceId(), request.fromSequenceNr()).whenComplete((rows, failure) -> {
            ActorRef entity = request.persistentActor();
            try {
                if (failure != null) {
                    throw failure;
                }
                for (Row row : rows) {
                    entity.tell(new JournalProtocol.ReplayedMessage(event(row)), journal);
                }
                long last = rows.isEmpty() ? 0 : rows.getLast().sequenceNumber();
                entity.tell(new JournalProtocol.RecoverySuccess(last), journal);
            } catch (Throwable e) {
                entity.tell(new JournalProtocol.ReplayMessagesFailure(e), journal);
            }
        });
    }

    private PersistentRepr event(Row row) throws NotSerializableException {
        return PersistentRepr$.MODULE$
                .apply(
                        serializer.fromBinary(row.payload(), row.name()),
                        row.sequenceNumber(),
                        row.persistenceId(),
                        "",
                        false,
                        ActorRef.noSender(),
                        row.writer())
                .withTimestamp(row.writtenAtMillis());
    }

    /** The journal keeps everything for ever. */
    private void refuseToDelete(DeleteMessagesTo request) {
        request.persistentActor()
                .tell(
                        new org.apache.pekko.persistence.DeleteMessagesFailure(
                                new UnsupportedOperationException("events are never deleted"), request.toSequenceNr()),
                        self());
    }
}
