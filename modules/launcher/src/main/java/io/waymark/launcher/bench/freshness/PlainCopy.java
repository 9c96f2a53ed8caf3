package io.waymark.launcher.bench.freshness;

import io.waymark.launcher.Settings;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The yardstick: the warehouse's own rows, loaded by PostgreSQL's {@code copy} into tables without any index. */
final class PlainCopy {

    private static final String[] TABLES = {
        "fact_booking", "fact_booking_event", "fact_stay_night", "fact_night_movement"
    };

    /** How many rows were loaded, and how long that took. */
    record Loaded(long rows, Duration took) {
        double perSecond() {
            return rows * 1e9 / took.toNanos();
        }
    }

    private PlainCopy() {}

    static Loaded run(Settings settings) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.databaseUrl("warehouse"), "waymark", "");
                Statement statement = connection.createStatement()) {
            long rows = 0;
            Duration took = Duration.ZERO;
            for (String table : TABLES) {
                Path file = settings.data().resolve(table + ".copy");
                unload(connection, table, file);
                statement.execute("create schema if not exists yardstick");
                statement.execute(
                        "create table yardstick.%1$s as select * from warehouse.%1$s limit 0".formatted(table));
                long begin = System.nanoTime();
                rows += load(connection, table, file);
                took = took.plusNanos(System.nanoTime() - begin);
                Files.delete(file);
            }
            statement.execute("drop schema yardstick cascade");
            return new Loaded(rows, took);
        } catch (IOException e) {
            throw new ServerFailure("The yardstick's rows cannot be copied: %s.".formatted(e.getMessage()), e);
        }
    }

    private static void unload(Connection connection, String table, Path file) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            copies(connection)
                    .copyOut("copy (select * from warehouse.%s) to stdout (format binary)".formatted(table), out);
        }
    }

    private static long load(Connection connection, String table, Path file) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copies(connection).copyIn("copy yardstick.%s from stdin (format binary)".formatted(table), in);
        }
    }

    private static org.postgresql.copy.CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(org.postgresql.PGConnection.class).getCopyAPI();
    }
}
