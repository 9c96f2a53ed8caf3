package io.waymark.runtime.projection;

import io.waymark.runtime.journal.JournalRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A read model that follows the journal.
 *
 * <p>{@link #apply} and the position are written in one transaction, so every event is applied exactly once. Events of one
 * entity arrive in order; events of different entities may be spread over several workers.
 */
public interface Projection {

    /** Under which its position is kept: a new name starts from the beginning of the journal. */
    String name();

    /** Applies the events, oldest first. They are of all kinds: a projection takes those it knows. */
    void apply(Connection connection, List<JournalRow> rows) throws SQLException;
}
