package io.waymark.runtime.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Connections to one PostgreSQL database, and a bounded number of threads to wait for it on.
 *
 * <p>As many threads as connections, so nobody waits for a connection while holding a thread that others need.
 */
public final class Database implements AutoCloseable {

    /** Longer than any statement of ours should take; shorter than anyone waits for an answer. */
    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(30);

    private final HikariDataSource pool;
    private final ExecutorService threads;

    private Database(HikariDataSource pool, ExecutorService threads) {
        this.pool = pool;
        this.threads = threads;
    }

    /** Where a database is and as whom to go there. */
    public record Address(String url, String user, String password) {}

    /**
     * Opens a pool.
     *
     * @param settings of the server for these connections, such as {@code enable_seqscan=off}
     */
    public static Database open(String name, Address address, int connections, String... settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty(
                "socketTimeout", STATEMENT_LIMIT.plusSeconds(5).toSeconds());
        config.addDataSourceProperty(
                "options", "-c statement_timeout=" + STATEMENT_LIMIT.toMillis() + options(settings));
        return new Database(
                new HikariDataSource(config),
                Executors.newFixedThreadPool(
                        connections,
                        Thread.ofPlatform().name(name + "-", 0).daemon().factory()));
    }

    /** Work on a connection; in a transaction it is committed when it returns and rolled back when it throws. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Runs the work on the calling thread. */
    public <T> T transact(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    /** Runs the work on the calling thread; each of its statements commits by itself. */
    public <T> T autocommit(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return work.in(connection);
        }
    }

    /** Runs the work on one of the database's own threads. */
    public <T> CompletionStage<T> async(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                result.complete(transact(work));
            } catch (SQLException | RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Shows how full the pool is from now on; to be called once. */
    public void measuredBy(MeterRegistry registry) {
        pool.setMetricRegistry(registry);
    }

    public DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        pool.close();
    }

    private static String options(String... settings) {
        return Stream.of(settings).map(setting -> " -c " + setting).collect(Collectors.joining());
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
