package io.waymark.pipeline.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Makes {@code fact_stay_night} hold exactly the nights of each booking: adds, replaces those that differ, deletes. */
final class StayNights {

    private record Row(BookingFact booking, StayNight night) {}

    private static final FactTable<Row> NIGHT = FactTable.<Row>named("fact_stay_night")
            .key("tenant", ColumnType.TEXT, row -> row.booking().tenant())
            .key("booking_id", ColumnType.TEXT, row -> row.booking().bookingId())
            .key("line", ColumnType.INTEGER, row -> row.night().line())
            .key("night", ColumnType.DATE, row -> row.night().night())
            .column("status", ColumnType.TEXT, row -> row.night().status().label())
            .column("property_id", ColumnType.TEXT, row -> row.night().propertyId())
            .column("room_type_id", ColumnType.TEXT, row -> row.night().roomTypeId())
            .column("channel", ColumnType.TEXT, row -> row.night().channel())
            .column("market", ColumnType.TEXT, row -> row.night().market())
            .column("country", ColumnType.TEXT, row -> row.night().country())
            .column("adults", ColumnType.INTEGER, row -> row.night().adults())
            .column("children", ColumnType.INTEGER, row -> row.night().children())
            .column("infants", ColumnType.INTEGER, row -> row.night().infants())
            .column("revenue", ColumnType.NUMERIC, row -> row.night().revenue())
            .column(
                    "currency",
                    ColumnType.TEXT,
                    row -> row.night().revenue().currency().getCurrencyCode())
            .column("booked_on", ColumnType.DATE, row -> row.night().bookedOn())
            .column("version", ColumnType.BIGINT, row -> row.booking().version());

    private static final String MERGE = NIGHT.mergeReplacing(NIGHT.differing("version"));

    private static final String DELETE_OTHERS = """
        delete from fact_stay_night existing
        using unnest(?::text[], ?::text[]) booking(tenant, booking_id)
        where existing.tenant = booking.tenant
          and existing.booking_id = booking.booking_id
          and not exists (
              select from unnest(?::text[], ?::text[], ?::integer[], ?::date[]) kept(tenant, booking_id, line, night)
              where kept.tenant = existing.tenant and kept.booking_id = existing.booking_id
                and kept.line = existing.line and kept.night = existing.night)""";

    private StayNights() {}

    /** Each booking stands in {@code updates} at most once. */
    static void write(Connection connection, List<NightsUpdate> updates) throws SQLException {
        delete(
                connection,
                updates.stream().filter(update -> update.kept().isPresent()).toList());
        NIGHT.insert(connection, rows(updates, NightsUpdate::added));
        List<Row> replaced = rows(updates, NightsUpdate::replaced);
        if (!replaced.isEmpty()) {
            NIGHT.stage(connection, replaced);
            try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
                merge.executeUpdate();
            }
        }
    }

    private static void delete(Connection connection, List<NightsUpdate> updates) throws SQLException {
        if (updates.isEmpty()) {
            return;
        }
        List<Row> kept = rows(updates, update -> update.kept().orElse(List.of()));
        try (PreparedStatement statement = connection.prepareStatement(DELETE_OTHERS)) {
            set(statement, 1, "text", updates, update -> update.booking().tenant());
            set(statement, 2, "text", updates, update -> update.booking().bookingId());
            set(statement, 3, "text", kept, row -> row.booking().tenant());
            set(statement, 4, "text", kept, row -> row.booking().bookingId());
            set(statement, 5, "integer", kept, row -> row.night().line());
            set(statement, 6, "date", kept, row -> row.night().night().toString());
            statement.executeUpdate();
        }
    }

    private static List<Row> rows(List<NightsUpdate> updates, Function<NightsUpdate, List<StayNight>> nights) {
        return updates.stream()
                .flatMap(update -> nights.apply(update).stream().map(night -> new Row(update.booking(), night)))
                .toList();
    }

    private static <R> void set(
            PreparedStatement statement, int parameter, String type, Collection<R> rows, Function<R, Object> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
    }
}
