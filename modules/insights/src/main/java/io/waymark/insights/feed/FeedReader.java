package io.waymark.insights.feed;

import io.waymark.insights.warehouse.NamedSql;
import io.waymark.insights.warehouse.Warehouse;
import io.waymark.kernel.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads the feed from the warehouse, in the order in which events arrived there and without gaps. */
public final class FeedReader {

    private static final NamedSql HEAD = NamedSql.resource("feed-head");
    private static final NamedSql AFTER = NamedSql.resource("feed-after");
    private static final NamedSql BEHIND = NamedSql.resource("feed-behind");
    private static final NamedSql RECENT = NamedSql.resource("feed-recent");
    private static final NamedSql UNTIL = NamedSql.resource("feed-until");

    private final Warehouse warehouse;

    public FeedReader(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The position of the newest event of all. */
    CompletionStage<FeedPosition> head() {
        return warehouse.read(connection -> HEAD.bound()
                .one(
                        connection,
                        row -> new FeedPosition(Long.parseLong(row.text("loaded_tx")), row.longNumber("ordering")))
                .orElse(FeedPosition.START));
    }

    /** The next events of all tenants behind this position, if there are any. */
    CompletionStage<Optional<FeedBatch>> after(FeedPosition position, int limit) {
        return warehouse.read(connection -> {
            List<ReservationEvent> events = AFTER.with("tx", Long.toString(position.transaction()))
                    .with("ordering", position.ordering())
                    .with("limit", limit)
                    .all(connection, ReservationEvent::read);
            return events.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FeedBatch(position, events.getLast().position(), events));
        });
    }

    /** What a tenant has missed since this position, oldest first. */
    CompletionStage<List<ReservationEvent>> behind(
            Tenant tenant, @Nullable String property, FeedPosition position, int limit) {
        return warehouse.read(connection -> BEHIND.with("tenant", tenant.id())
                .with("property", property == null ? "" : property)
                .with("tx", Long.toString(position.transaction()))
                .with("ordering", position.ordering())
                .with("limit", limit)
                .all(connection, ReservationEvent::read));
    }

    CompletionStage<List<ReservationEvent>> recent(Tenant tenant, @Nullable String property, int limit) {
        return warehouse.read(connection -> recent(connection, tenant, property, limit));
    }

    /** The newest events of a tenant, newest first, within the transaction of whoever asks. */
    public static List<ReservationEvent> recent(
            Connection connection, Tenant tenant, @Nullable String property, int limit) throws SQLException {
        return RECENT.with("tenant", tenant.id())
                .with("property", property == null ? "" : property)
                .with("limit", limit)
                .all(connection, ReservationEvent::read);
    }

    /** The newest events of a property at the end of a day in its own time, newest first, by when they happened. */
    public static List<ReservationEvent> until(
            Connection connection, Tenant tenant, String propertyId, LocalDate date, ZoneId zone, int limit)
            throws SQLException {
        return UNTIL.with("tenant", tenant.id())
                .with("property", propertyId)
                .with("date", date)
                .with("zone", zone.getId())
                .with("limit", limit)
                .all(connection, ReservationEvent::read);
    }
}
