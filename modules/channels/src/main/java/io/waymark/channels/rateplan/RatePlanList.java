package io.waymark.channels.rateplan;

import io.waymark.events.channels.RatePlanEvent;
import io.waymark.events.channels.RatePlanEvent.RatePlanDefined;
import io.waymark.events.channels.RatePlanEvent.RatePlanOverlaid;
import io.waymark.events.channels.RatePlanEvent.RatePlanWithdrawn;
import io.waymark.events.channels.RatePlanEvent.Terms;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.journal.JournalRow;
import io.waymark.runtime.projection.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Which rate plans there are: a projection of the journal, and what is asked of it. */
public final class RatePlanList implements Projection {

    public static final String NAME = "rate-plans";

    private final Database database;

    public RatePlanList(Database database) {
        this.database = database;
    }

    /** A rate plan in the list. */
    public record Entry(
            String id,
            long revision,
            String propertyId,
            String propertyCode,
            String code,
            @Nullable String name,
            String currency,
            boolean withdrawn,
            java.time.Instant updatedAt) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("rate_plan");
    }

    @Override
    public void apply(Connection connection, List<JournalRow> rows) throws SQLException {
        for (JournalRow row : rows) {
            if (row.event() instanceof RatePlanEvent event) {
                switch (event) {
                    case RatePlanDefined defined -> define(connection, row, defined);
                    case RatePlanOverlaid overlaid -> touch(connection, row, false);
                    case RatePlanWithdrawn withdrawn -> touch(connection, row, true);
                }
            }
        }
    }

    /**
     * A tenant's rate plans behind the one with this key, by property and code.
     *
     * @param propertyId only of this property; null for all
     */
    public CompletionStage<List<Entry>> page(
            Tenant tenant, @Nullable String propertyId, @Nullable String afterKey, int limit) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select id, revision, property_id, property_code, code, name, currency, withdrawn, updated_at
                      from rate_plan
                     where tenant = ? and (? or property_id = ?)
                       and (? or (property_code, code, id) > (select property_code, code, id from rate_plan where id = ?))
                     order by property_code, code, id
                     limit ?""")) {
                select.setString(1, tenant.id());
                select.setBoolean(2, propertyId == null);
                select.setString(3, propertyId);
                select.setBoolean(4, afterKey == null);
                select.setString(5, afterKey);
                select.setInt(6, limit);
                List<Entry> entries = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        entries.add(new Entry(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getBoolean(8),
                                row.getTimestamp(9).toInstant()));
                    }
                }
                return entries;
            }
        });
    }

    private static void define(Connection connection, JournalRow row, RatePlanDefined defined) throws SQLException {
        Terms terms = defined.terms();
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into rate_plan (
                    id, tenant, property_id, property_code, code, name, currency, meal, withdrawn, revision, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?)
                on conflict (id) do update
                   set name = excluded.name, currency = excluded.currency, meal = excluded.meal, withdrawn = false,
                       revision = excluded.revision, updated_at = excluded.updated_at""")) {
            upsert.setString(1, row.entityId());
            upsert.setString(2, row.meta().tenant().id());
            upsert.setString(3, defined.propertyId());
            upsert.setString(4, defined.propertyCode());
            upsert.setString(5, terms.code());
            upsert.setString(6, terms.name());
            upsert.setString(7, terms.currency().getCurrencyCode());
            upsert.setString(8, terms.meal());
            upsert.setLong(9, row.revision());
            upsert.setTimestamp(10, Timestamp.from(row.meta().occurredAt()));
            upsert.executeUpdate();
        }
    }

    private static void touch(Connection connection, JournalRow row, boolean withdrawn) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update rate_plan set withdrawn = ?, revision = ?, updated_at = ? where id = ?")) {
            update.setBoolean(1, withdrawn);
            update.setLong(2, row.revision());
            update.setTimestamp(3, Timestamp.from(row.meta().occurredAt()));
            update.setString(4, row.entityId());
            update.executeUpdate();
        }
    }
}
