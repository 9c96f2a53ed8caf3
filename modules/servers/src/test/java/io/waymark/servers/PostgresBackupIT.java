package io.waymark.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBackupIT {

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() {
        LocalPostgres.stopIn(folder.resolve("data"));
        LocalPostgres.stopIn(folder.resolve("restored"));
    }

    @Test
    void whatWasCommittedBeforeTheBackupIsInItWhileOthersWriteOn() throws Exception {
        LocalPostgres server = start("data");
        run(server, "create table entry (number bigint primary key)");
        AtomicLong committed = new AtomicLong();
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch busy = new CountDownLatch(1);
        Thread writer = Thread.ofPlatform().start(() -> write(server, committed, busy, enough));
        busy.await();
        long before = committed.get();

        PostgresBackup.take(folder.resolve("data"), folder.resolve("backup"));

        long after = committed.get();
        enough.set(true);
        writer.join();
        assertThat(after).as("the server went on meanwhile").isGreaterThan(before);
        PostgresBackup.restore(folder.resolve("backup"), folder.resolve("restored"));
        LocalPostgres restored = start("restored");
        long kept = number(restored, "select count(*) from entry");
        assertThat(kept).isGreaterThanOrEqualTo(before);
        assertThat(number(restored, "select max(number) from entry"))
                .as("no gap")
                .isEqualTo(kept);
        assertThat(number(restored, "select pg_current_xact_id()::text::bigint"))
                .as("transaction ids go on, so that positions stay true")
                .isGreaterThan(before);
        run(restored, "insert into entry values (-1)");
    }

    @Test
    void restoringKeepsWhatWasThereBefore() throws SQLException {
        LocalPostgres server = start("data");
        run(server, "create table entry (number bigint)");
        PostgresBackup.take(folder.resolve("data"), folder.resolve("backup"));
        run(server, "create table later (number bigint)");
        assertThatThrownBy(() -> PostgresBackup.restore(folder.resolve("backup"), folder.resolve("data")))
                .hasMessageContaining("./waymark down");
        server.stop();

        Path before = PostgresBackup.restore(folder.resolve("backup"), folder.resolve("data"));

        assertThat(before).isDirectoryContaining(file -> file.endsWith("PG_VERSION"));
        LocalPostgres restored = start("data");
        assertThat(number(restored, "select count(*) from pg_tables where tablename = 'entry'"))
                .isEqualTo(1);
        assertThat(number(restored, "select count(*) from pg_tables where tablename = 'later'"))
                .isZero();
    }

    @Test
    void whatIsNoBackupIsNotRestoredAndNoBackupIsOverwritten() throws Exception {
        Files.createDirectories(folder.resolve("something/else"));

        assertThatThrownBy(() -> PostgresBackup.restore(folder.resolve("something"), folder.resolve("restored")))
                .hasMessageContaining("is no backup");
        start("data");
        assertThatThrownBy(() -> PostgresBackup.take(folder.resolve("data"), folder.resolve("something")))
                .hasMessageContaining("is not empty");
    }

    private LocalPostgres start(String name) {
        return LocalPostgres.start(folder.resolve(name), Ports.free(), folder.resolve("logs/" + name + ".log"));
    }

    private static void write(LocalPostgres server, AtomicLong committed, CountDownLatch busy, AtomicBoolean enough) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("waymark"));
                Statement statement = connection.createStatement()) {
            while (!enough.get()) {
                statement.execute("insert into entry values (" + (committed.get() + 1) + ")");
                if (committed.incrementAndGet() == 200) {
                    busy.countDown();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(LocalPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("waymark"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(LocalPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("waymark"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
