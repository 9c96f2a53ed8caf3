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

    /**
     * The tables that make up the read model. It writes to no others, whoever it tells of changes aside; a rebuild fills
     * copies of them and puts these in their place.
     */
    List<String> tables();

    /**
     * Applies the events, oldest first. They are of all kinds: a projection takes those it knows. Names of tables are not
     * qualified, and what is written comes from the events alone, not from the time at which they are read.
     */
    void apply(Connection connection, List<JournalRow> rows) throws SQLException;

    /** The same read model, telling nobody: what a rebuild repeats was told when it happened. */
    default Projection silent() {
        return this;
    }
}
