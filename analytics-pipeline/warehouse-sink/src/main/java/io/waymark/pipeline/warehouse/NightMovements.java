package io.waymark.pipeline.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes {@code fact_night_movement}: rows are added once and never changed. */
final class NightMovements {

    private record Row(BookingChange change, NightMovement movement) {}

    private static final Upsert<Row> MOVEMENT = Upsert.<Row>into("fact_night_movement")
            .key("tenant", "text", row -> row.change().booking().tenant())
            .key("booking_id", "text", row -> row.change().booking().bookingId())
            .key("sequence_number", "bigint", row -> row.change().booking().version())
            .key("night", "date", row -> row.movement().night())
            .key("room_type_id", "text", row -> row.movement().roomTypeId())
            .key("currency", "text", row -> row.movement().revenue().currency().getCurrencyCode())
            .column("property_id", "text", row -> row.change().booking().propertyId())
            .column("channel", "text", row -> row.change().booking().channel())
            .column("market", "text", row -> row.change().booking().market())
            .column("occurred_at", "timestamptz", row -> row.change().event().occurredAt())
            .column(
                    "occurred_on",
                    "date",
                    row -> UtcDates.of(row.change().event().occurredAt()))
            .column("room_nights", "integer", row -> row.movement().roomNights())
            .column("revenue", "numeric", row -> row.movement().revenue().major())
            .keepingExisting();

    private NightMovements() {}

    static void write(Connection connection, List<BookingChange> batch) throws SQLException {
        MOVEMENT.write(
                connection,
                batch.stream()
                        .flatMap(change -> change.movements().stream().map(movement -> new Row(change, movement)))
                        .toList());
    }
}
