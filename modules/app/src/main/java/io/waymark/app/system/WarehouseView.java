package io.waymark.app.system;

import io.waymark.app.system.SystemState.DeadLetters;
import io.waymark.app.system.SystemState.QualityCheck;
import io.waymark.app.system.SystemState.SinkLag;
import io.waymark.http.Cursor;
import io.waymark.kernel.Page;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What the pipeline says of itself in the warehouse: how fresh it is, what it could not take, what its checks found. */
final class WarehouseView {

    private final Database warehouse;

    WarehouseView(Database warehouse) {
        this.warehouse = warehouse;
    }

    /** What stands in the warehouse now. */
    record Found(List<SinkLag> lag, DeadLetters deadLetters, List<QualityCheck> quality) {
        static Found nothing() {
            return new Found(List.of(), new DeadLetters(0, null), List.of());
        }
    }

    /** One event or message that the pipeline could not take. */
    record DeadLetter(
            String id,
            String sink,
            @Nullable String persistenceId,
            @Nullable Long sequenceNumber,
            @Nullable String manifest,
            String reason,
            Instant failedAt) {}

    CompletionStage<Found> look() {
        return warehouse.async(connection -> new Found(lag(connection), deadLetters(connection), quality(connection)));
    }

    /** Newest first; those of the tenant, and those that could not even be told whose they are. */
    CompletionStage<Page<DeadLetter>> deadLetters(Tenant tenant, long before, int limit) {
        return warehouse.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select dead_letter_id, stage, persistence_id, sequence_number, event_name, reason, created_at
                      from warehouse.dead_letter
                     where dead_letter_id < ? and (tenant = ? or tenant is null)
                     order by dead_letter_id desc limit ?""")) {
                select.setLong(1, before);
                select.setString(2, tenant.id());
                select.setInt(3, limit + 1);
                List<DeadLetter> found = new ArrayList<>();
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        long revision = result.getLong(4);
                        found.add(new DeadLetter(
                                result.getString(1),
                                result.getString(2),
                                result.getString(3),
                                result.wasNull() ? null : revision,
                                result.getString(5),
                                result.getString(6),
                                result.getTimestamp(7).toInstant()));
                    }
                }
                return found.size() <= limit
                        ? new Page<>(found, null)
                        : new Page<>(
                                found.subList(0, limit),
                                Cursor.of(List.of(found.get(limit - 1).id())));
            }
        });
    }

    private static List<SinkLag> lag(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select sink, greatest(0, extract(epoch from clock_timestamp() - min(as_of)) * 1000)::bigint
                          from warehouse.pipeline_progress group by sink order by sink""");
                ResultSet result = select.executeQuery()) {
            List<SinkLag> lag = new ArrayList<>();
            while (result.next()) {
                lag.add(new SinkLag(result.getString(1), result.getLong(2), null));
            }
            return lag;
        }
    }

    private static DeadLetters deadLetters(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select count(*), max(created_at) from warehouse.dead_letter");
                ResultSet result = select.executeQuery()) {
            result.next();
            return new DeadLetters(result.getLong(1), instant(result.getTimestamp(2)));
        }
    }

    private static List<QualityCheck> quality(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select c.name, c.description, r.status, r.checked_at, r.detail
                          from warehouse.data_quality_check c
                          left join lateral (
                              select * from warehouse.data_quality_result r
                               where r.name = c.name order by checked_at desc limit 1) r on true
                         order by c.name""");
                ResultSet result = select.executeQuery()) {
            List<QualityCheck> checks = new ArrayList<>();
            while (result.next()) {
                checks.add(new QualityCheck(
                        result.getString(1),
                        result.getString(2),
                        status(result.getString(3)),
                        instant(result.getTimestamp(4)),
                        result.getString(5)));
            }
            return checks;
        }
    }

    private static String status(@Nullable String stored) {
        return stored == null ? "pending" : stored.equals("error") ? "unknown" : stored.toLowerCase(Locale.ROOT);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
