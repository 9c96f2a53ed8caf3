package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.source.Database;
import io.waymark.pipeline.stream.Backoff;
import io.waymark.pipeline.stream.BatchStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch in one transaction. A lost server is waited for, for a while; a batch with a row that the database refuses
 * is halved until the row stands alone, which then goes to the refusals.
 */
final class WarehouseStore<T> implements BatchStore<T> {

    static final String SCHEMA = "warehouse";

    private final Database database;
    private final WarehouseTable<T> table;
    private final Refusals<T> refusals;
    private @Nullable Connection connection;

    /** Takes the rows that the database will never accept. */
    interface Refusals<T> extends AutoCloseable {

        void refused(T row, SQLException reason) throws IOException, InterruptedException;

        @Override
        void close() throws IOException;
    }

    WarehouseStore(Database database, WarehouseTable<T> table, Refusals<T> refusals) {
        this.database = database;
        this.table = table;
        this.refusals = refusals;
    }

    @Override
    public void store(List<T> batch) throws IOException, InterruptedException {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                write(batch);
                return;
            } catch (SQLException e) {
                disconnect();
                if (SqlStates.isRefusal(e)) {
                    divide(batch, e);
                    return;
                }
                if (!SqlStates.isPassing(e)) {
                    throw new IOException("the warehouse cannot be written", e);
                }
                backoff.remember(new IOException(e));
                backoff.await("the warehouse at " + database + " cannot be reached");
            }
        }
    }

    @Override
    public void close() throws IOException {
        disconnect();
        refusals.close();
    }

    private void divide(List<T> batch, SQLException reason) throws IOException, InterruptedException {
        if (batch.size() == 1) {
            refusals.refused(batch.getFirst(), reason);
            return;
        }
        int middle = batch.size() / 2;
        store(batch.subList(0, middle));
        store(batch.subList(middle, batch.size()));
    }

    private void write(List<T> batch) throws SQLException {
        Connection open = connection();
        table.write(open, batch);
        open.commit();
        table.committed();
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            Connection opened = database.connect("waymark-warehouse");
            opened.setSchema(SCHEMA);
            opened.setAutoCommit(false);
            connection = opened;
        }
        return connection;
    }

    private void disconnect() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // It is broken already; the server has rolled its transaction back or will.
            }
            connection = null;
        }
    }
}
