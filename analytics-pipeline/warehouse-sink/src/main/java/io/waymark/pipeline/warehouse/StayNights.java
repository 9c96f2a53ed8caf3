package io.waymark.pipeline.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Makes {@code fact_stay_night} hold exactly the nights of a booking: writes those that differ, deletes the others. */
final class StayNights {

    private record Row(BookingFact booking, StayNight night) {}

    private static final Upsert<Row> NIGHT = Upsert.<Row>into("fact_stay_night")
            .key("tenant", "text", row -> row.booking().tenant())
            .key("booking_id", "text", row -> row.booking().bookingId())
            .key("line", "integer", row -> row.night().line())
            .key("night", "date", row -> row.night().night())
            .column("status", "text", row -> row.night().status().label())
            .column("property_id", "text", row -> row.night().propertyId())
            .column("room_type_id", "text", row -> row.night().roomTypeId())
            .column("channel", "text", row -> row.night().channel())
            .column("market", "text", row -> row.night().market())
            .column("country", "text", row -> row.night().country())
            .column("adults", "integer", row -> row.night().adults())
            .column("children", "integer", row -> row.night().children())
            .column("infants", "integer", row -> row.night().infants())
            .column("revenue", "numeric", row -> row.night().revenue().major())
            .column("currency", "text", row -> row.night().revenue().currency().getCurrencyCode())
            .column("booked_on", "date", row -> row.night().bookedOn())
            .column("version", "bigint", row -> row.booking().version())
            .replacingDifferent("version");

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

    /** Each booking stands in {@code bookings} once. */
    static void write(Connection connection, Collection<BookingChange> bookings) throws SQLException {
        if (bookings.isEmpty()) {
            return;
        }
        List<Row> rows = bookings.stream()
                .flatMap(change -> change.nights().stream().map(night -> new Row(change.booking(), night)))
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(DELETE_OTHERS)) {
            set(statement, 1, "text", bookings, change -> change.booking().tenant());
            set(statement, 2, "text", bookings, change -> change.booking().bookingId());
            set(statement, 3, "text", rows, row -> row.booking().tenant());
            set(statement, 4, "text", rows, row -> row.booking().bookingId());
            set(statement, 5, "integer", rows, row -> row.night().line());
            set(statement, 6, "date", rows, row -> row.night().night().toString());
            statement.executeUpdate();
        }
        NIGHT.write(connection, rows);
    }

    private static <R> void set(
            PreparedStatement statement, int parameter, String type, Collection<R> rows, Function<R, Object> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
    }
}
