package io.waymark.runtime.projection;

import io.waymark.events.JournalPosition;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.journal.JournalTail;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One step of one worker: the next events, their effect on the read model and the new position, all or nothing. */
final class ProjectionStep {

    private static final int BATCH = 500;

    private final Database database;
    private final Projection projection;
    private final SliceRange slices;

    ProjectionStep(Database database, Projection projection, SliceRange slices) {
        this.database = database;
        this.projection = projection;
        this.slices = slices;
    }

    /**
     * Reads and applies one batch.
     *
     * <p>The position's row is locked first: while a worker moves from one node to another two may run for a moment, and the
     * second then goes on where the first has committed.
     *
     * @return the number of rows read; less than a full batch where the end of the journal is reached
     */
    int run() throws SQLException {
        return database.transact(connection -> {
            JournalPosition position = Positions.lock(connection, projection.name(), slices);
            JournalTail.Batch batch = JournalTail.next(connection, position, slices.first(), slices.last(), BATCH);
            if (batch.size() == 0) {
                return 0;
            }
            projection.apply(connection, batch.rows());
            Positions.save(connection, projection.name(), slices, batch);
            return batch.size();
        });
    }

    boolean full(int rows) {
        return rows == BATCH;
    }

    /** Notes that the worker failed, so that the reason is shown; the position stays. */
    void noteFailure(@Nullable String failure) throws SQLException {
        database.transact(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    update projection_position set failure = ?, updated_at = clock_timestamp()
                     where projection = ? and first_slice = ? and failure is distinct from ?""")) {
                statement.setString(1, failure);
                statement.setString(2, projection.name());
                statement.setInt(3, slices.first());
                statement.setString(4, failure);
                return statement.executeUpdate();
            }
        });
    }
}
