package io.waymark.pipeline.jobs.rebuild;

import io.waymark.pipeline.source.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One process at a time; the server lets go of the lock when the process dies. */
final class RebuildLock implements AutoCloseable {

    private final Connection connection;

    private RebuildLock(Connection connection) {
        this.connection = connection;
    }

    static RebuildLock take(Database journal) throws SQLException, RebuildRefused {
        Connection connection = journal.connect("waymark-rebuild-search");
        try (Statement lock = connection.createStatement();
                ResultSet taken = lock.executeQuery(
                        "select pg_try_advisory_lock(hashtext('waymark rebuild'), hashtext('search'))")) {
            taken.next();
            if (!taken.getBoolean(1)) {
                connection.close();
                throw new RebuildRefused("Search is being rebuilt by another process: wait until it has ended.");
            }
        }
        return new RebuildLock(connection);
    }

    /** Fails where the server has lost us, and may have let another process begin. */
    void requireHeld() throws SQLException {
        try (Statement select = connection.createStatement()) {
            select.execute("select 1");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
