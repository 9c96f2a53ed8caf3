package io.waymark.app.system;

import io.waymark.app.system.SystemState.Journal;
import io.waymark.app.system.SystemState.ProjectionWorker;
import io.waymark.app.system.SystemState.Vault;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.projection.ProjectionStatus;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The size of the journal and of the vault, and how far the read models are behind. */
final class JournalView {

    /** A worker that is further behind than anyone should have to wait is called so. */
    private static final long BEHIND_MILLIS = 5_000;

    /**
     * More events than this are not counted one by one, several times a minute: the server counts its inserts as they come. It
     * forgets that when it is killed, and then has what its last look at the table found.
     */
    private static final long COUNTED_UP_TO = 10_000;

    private final Database database;

    JournalView(Database database) {
        this.database = database;
    }

    CompletionStage<Journal> journal() {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            select case when estimated > ? then estimated else (select count(*) from event_journal) end, bytes,
                                   to_timestamp((select write_timestamp from event_journal order by ordering desc limit 1) / 1000.0)
                              from (select sum(greatest(reltuples, pg_stat_get_live_tuples(oid), 0))::bigint as estimated, sum(pg_total_relation_size(oid))::bigint as bytes
                                      from pg_class where relkind = 'r' and (oid = 'event_journal'::regclass
                                        or oid in (select inhrelid from pg_inherits where inhparent = 'event_journal'::regclass))) tables""")) {
                select.setLong(1, COUNTED_UP_TO);
                try (ResultSet result = select.executeQuery()) {
                    result.next();
                    Timestamp last = result.getTimestamp(3);
                    return new Journal(result.getLong(1), result.getLong(2), last == null ? null : last.toInstant());
                }
            }
        });
    }

    CompletionStage<Vault> vault() {
        return database.async(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select count(*), count(destroyed_at) from subject_key");
                    ResultSet result = select.executeQuery()) {
                result.next();
                return new Vault(result.getLong(1), result.getLong(2));
            }
        });
    }

    CompletionStage<List<ProjectionWorker>> projections() {
        return ProjectionStatus.all(database)
                .thenApply(all -> all.stream().map(JournalView::worker).toList());
    }

    private static ProjectionWorker worker(ProjectionStatus status) {
        String state = status.failure() != null ? "failing" : status.lagMillis() > BEHIND_MILLIS ? "behind" : "running";
        return new ProjectionWorker(
                status.name(),
                status.slices(),
                status.position(),
                status.lagMillis(),
                status.lagEvents(),
                state,
                status.failure());
    }
}
