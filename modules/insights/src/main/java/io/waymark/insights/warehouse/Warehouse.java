package io.waymark.insights.warehouse;

import io.waymark.http.ProblemException;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The star schema, read in short transactions of one snapshot each.
 *
 * <p>Whoever would have to wait behind too many others, and whoever asks while the database is away, is told to come back:
 * a dashboard that is late is worth less than a node that answers.
 */
public final class Warehouse implements AutoCloseable {

    /** More than the connections, so that a burst is absorbed; few enough to be served within a second or two. */
    private static final int WAITING_PER_CONNECTION = 16;

    private static final String ONE_SNAPSHOT = """
            set transaction isolation level repeatable read, read only;
            set local search_path = warehouse;
            set local statement_timeout = 15000""";

    private final Database database;
    private final Semaphore room;

    private Warehouse(Database database, Semaphore room) {
        this.database = database;
        this.room = room;
    }

    public static Warehouse open(Database.Address address, int connections) {
        return new Warehouse(
                Database.open("insights", address, connections), new Semaphore(connections * WAITING_PER_CONNECTION));
    }

    /** Runs the work in a transaction that sees one state of all tables and can change none. */
    public <T> CompletionStage<T> read(Database.Work<T> work) {
        if (!room.tryAcquire()) {
            return CompletableFuture.failedFuture(unavailable("Too many figures are being asked for. Try again."));
        }
        return database.async(connection -> {
                    begin(connection);
                    return work.in(connection);
                })
                .whenComplete((result, failure) -> room.release())
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(translated(failure)));
    }

    @Override
    public void close() {
        database.close();
    }

    private static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ONE_SNAPSHOT);
        }
    }

    private static Throwable translated(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof SQLException sql && comesBack(sql)
                ? unavailable("The warehouse does not answer right now. Try again.")
                : cause;
    }

    /** Whether the failure is of the connection or the server's state, and not of the query. */
    private static boolean comesBack(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        // Connection (08), rolled back for another (40), out of resources (53), shut down or cancelled (57), its tables
        // not yet
        // made (3F, 42P01); no state at all where the pool gave up waiting.
        return state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("3F")
                || state.equals("3D000")
                || state.equals("42P01");
    }

    private static ProblemException unavailable(String detail) {
        return ProblemException.of(ProblemCode.UNAVAILABLE, detail);
    }
}
