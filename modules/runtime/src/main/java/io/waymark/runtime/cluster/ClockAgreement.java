package io.waymark.runtime.cluster;

import io.waymark.runtime.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of the database, which all nodes share, against a node's own.
 *
 * <p>A running node does not follow its clock's jumps, but a node that starts has nothing else to go by: with a clock that is
 * minutes ahead it would end holds that are good. So it does not start until both agree.
 */
public final class ClockAgreement {

    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private ClockAgreement() {}

    /** Compares them.
     *
     * @throws IllegalStateException if they differ by more than half a minute
     */
    public static void check(Database database, InstantSource clock) throws SQLException {
        Instant theirs = database.transact(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select clock_timestamp()");
                    ResultSet result = select.executeQuery()) {
                result.next();
                return result.getTimestamp(1).toInstant();
            }
        });
        Instant ours = clock.instant();
        if (Duration.between(theirs, ours).abs().compareTo(TOLERANCE) > 0) {
            throw new IllegalStateException("The clock of this node says " + ours + " and the database's says " + theirs
                    + ": one of them must be set before the node can start.");
        }
    }
}
