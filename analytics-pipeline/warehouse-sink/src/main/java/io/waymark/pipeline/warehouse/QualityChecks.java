package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.source.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs every check of {@code data_quality_check} and writes what it found. All checks see the same moment, and writers
 * commit whole batches, so a batch under way is never mistaken for a fault.
 */
final class QualityChecks {

    private record Check(String name, String view) {}

    private record Result(
            String name, Instant checkedAt, String status, long violations, String detail, int durationMillis) {}

    private static final Upsert<Result> RESULT = Upsert.<Result>into("data_quality_result")
            .key("name", "text", Result::name)
            .key("checked_at", "timestamptz", Result::checkedAt)
            .column("status", "text", Result::status)
            .column("violations", "bigint", Result::violations)
            .column("detail", "text", Result::detail)
            .column("duration_millis", "integer", Result::durationMillis)
            .keepingExisting();

    private static final String FORGET_OLD = "delete from data_quality_result where checked_at < ?::timestamptz";

    private static final Duration KEPT = Duration.ofDays(7);

    private final Database database;
    private final InstantSource clock;

    QualityChecks(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void run() throws SQLException {
        try (Connection connection = database.connect("waymark-quality")) {
            connection.setSchema(WarehouseStore.SCHEMA);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Instant now = clock.instant();
            List<Result> results = new ArrayList<>();
            for (Check check : checks(connection)) {
                results.add(run(connection, check, now));
            }
            connection.commit();
            RESULT.write(connection, results);
            forgetOld(connection, now.minus(KEPT));
            connection.commit();
        }
    }

    private static List<Check> checks(Connection connection) throws SQLException {
        List<Check> checks = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select name, violations_view from data_quality_check order by name")) {
            while (rows.next()) {
                checks.add(new Check(rows.getString(1), rows.getString(2)));
            }
        }
        return checks;
    }

    private Result run(Connection connection, Check check, Instant now) throws SQLException {
        Instant start = clock.instant();
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(violations(statement.enquoteIdentifier(check.view(), false)))) {
            found.next();
            long violations = found.getLong(1);
            String status = violations == 0 ? "passed" : "failed";
            int millis =
                    Math.toIntExact(Duration.between(start, clock.instant()).toMillis());
            return new Result(check.name(), now, status, violations, found.getString(2), millis);
        }
    }

    /** Counts what breaks the rule and shows the first few. */
    private static String violations(String view) {
        return """
            select count(*), coalesce(string_agg(violation, '; ') filter (where number <= 3), '')
            from (select row_to_json(violations)::text as violation, row_number() over () as number
                  from %s violations) found""".formatted(view);
    }

    private static void forgetOld(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET_OLD)) {
            statement.setString(1, before.toString());
            statement.executeUpdate();
        }
    }
}
