package io.waymark.runtime.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes sure that a thing is rebuilt by one process at a time. The server lets go of it when the process dies. */
public final class RebuildLock implements AutoCloseable {

    private final Connection connection;

    private RebuildLock(Connection connection) {
        this.connection = connection;
    }

    public static RebuildLock take(Database database, String name) throws SQLException {
        Connection connection = database.source().getConnection();
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_try_advisory_lock(hashtext('waymark rebuild'), hashtext(?))")) {
            lock.setString(1, name);
            try (ResultSet result = lock.executeQuery()) {
                result.next();
                if (!result.getBoolean(1)) {
                    throw new RebuildFailure(name + " is being rebuilt by another process: wait until it has ended.");
                }
            }
            return new RebuildLock(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Fails where the server has lost us, and may have let another process begin. */
    public void requireHeld() throws SQLException {
        try (Statement select = connection.createStatement()) {
            select.execute("select 1");
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                Statement unlock = connection.createStatement()) {
            unlock.execute("select pg_advisory_unlock_all()");
        }
    }
}
