package io.waymark.runtime.journal;

import io.waymark.events.Event;
import io.waymark.events.JournalCodec;
import io.waymark.events.JournalPosition;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.entity.EntityKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** The past of one entity, straight from the journal: every event, and the state after each of them. */
public final class History<S, E extends Event> {

    private static final String EVENTS = """
            select tx_id::text, ordering, sequence_number, write_timestamp, event_ser_manifest, event_payload
              from event_journal
             where persistence_id = ?
             order by sequence_number""";

    private static final String NEWEST = """
            select tx_id::text, ordering, sequence_number, write_timestamp, event_ser_manifest, event_payload
              from event_journal
             where persistence_id = ? and sequence_number < ?
             order by sequence_number desc
             limit ?""";

    private static final int PIECE = 500;

    /** More than any entity with a history worth reading has; a room type's is read page by page. */
    private static final int LIMIT = 10_000;

    private static final JournalCodec CODEC = new JournalCodec();

    private final Database database;
    private final EntityKind<S, ?, E> kind;

    public History(Database database, EntityKind<S, ?, E> kind) {
        this.database = database;
        this.kind = kind;
    }

    /** One event and the state that it led to. */
    public record Step<S>(JournalRow row, S before, S after) {}

    /** What the entity was at some time. */
    public record Past<S>(S state, long revision) {}

    /** Every event so far with the states around it; empty where nothing has happened or it is another tenant's. */
    public CompletionStage<List<Step<S>>> steps(Tenant tenant, String id) {
        return database.async(connection -> {
            List<Step<S>> steps = new ArrayList<>();
            walk(connection, tenant, id, step -> steps.size() < LIMIT && steps.add(step));
            return steps;
        });
    }

    /** The state after the given revision. */
    public CompletionStage<Past<S>> atRevision(Tenant tenant, String id, long revision) {
        return past(tenant, id, step -> step.row().revision() <= revision);
    }

    /** The state as it was at an instant of business time. */
    public CompletionStage<Past<S>> asOf(Tenant tenant, String id, Instant instant) {
        return past(tenant, id, step -> !step.row().meta().occurredAt().isAfter(instant));
    }

    /** A page of events, the newest first, for entities whose history is too long to be read as a whole. */
    public CompletionStage<List<JournalRow>> newest(Tenant tenant, String id, long beforeRevision, int limit) {
        String persistenceId = kind.name() + "|" + tenant.entity(id);
        return database.async(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
                statement.setString(1, persistenceId);
                statement.setLong(2, beforeRevision);
                statement.setInt(3, limit);
                List<JournalRow> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(row(persistenceId, result));
                    }
                }
                return rows;
            }
        });
    }

    private CompletionStage<Past<S>> past(Tenant tenant, String id, Predicate<Step<S>> until) {
        return database.async(connection -> {
            AtomicReference<Past<S>> past =
                    new AtomicReference<>(new Past<>(kind.rules().empty(), 0));
            walk(connection, tenant, id, step -> {
                boolean before = until.test(step);
                if (before) {
                    past.set(new Past<>(step.after(), step.row().revision()));
                }
                return before;
            });
            return past.get();
        });
    }

    /** Shows the events in order, a piece of the journal at a time, until the visitor has seen enough. */
    private void walk(Connection connection, Tenant tenant, String id, Predicate<Step<S>> visitor) throws SQLException {
        String persistenceId = kind.name() + "|" + tenant.entity(id);
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setFetchSize(PIECE);
            statement.setString(1, persistenceId);
            try (ResultSet result = statement.executeQuery()) {
                S state = kind.rules().empty();
                boolean more = true;
                while (more && result.next()) {
                    JournalRow row = row(persistenceId, result);
                    S after = kind.rules()
                            .evolve(
                                    state,
                                    kind.eventType().cast(row.event()),
                                    row.meta().occurredAt());
                    more = visitor.test(new Step<>(row, state, after));
                    state = after;
                }
            }
        }
    }

    private static JournalRow row(String persistenceId, ResultSet result) throws SQLException {
        String name = result.getString(5);
        return new JournalRow(
                new JournalPosition(Long.parseUnsignedLong(result.getString(1)), result.getLong(2)),
                persistenceId,
                result.getLong(3),
                result.getLong(4),
                name,
                CODEC.decode(name, result.getBytes(6))
                        .orElseThrow(() -> new IllegalStateException("this release does not know " + name)));
    }
}
