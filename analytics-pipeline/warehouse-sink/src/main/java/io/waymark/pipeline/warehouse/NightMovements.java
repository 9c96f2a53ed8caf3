package io.waymark.pipeline.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes {@code fact_night_movement}: rows are added once and never changed. */
final class NightMovements {

    private record Row(BookingChange change, NightMovement movement) {}

    private static final FactTable<Row> MOVEMENT = FactTable.<Row>named("fact_night_movement")
            .key("tenant", ColumnType.TEXT, row -> row.change().booking().tenant())
            .key("booking_id", ColumnType.TEXT, row -> row.change().booking().bookingId())
            .key(
                    "sequence_number",
                    ColumnType.BIGINT,
                    row -> row.change().booking().version())
            .key("night", ColumnType.DATE, row -> row.movement().night())
            .key("room_type_id", ColumnType.TEXT, row -> row.movement().roomTypeId())
            .key(
                    "currency",
                    ColumnType.TEXT,
                    row -> row.movement().revenue().currency().getCurrencyCode())
            .column(
                    "property_id",
                    ColumnType.TEXT,
                    row -> row.change().booking().propertyId())
            .column("channel", ColumnType.TEXT, row -> row.change().booking().channel())
            .column("market", ColumnType.TEXT, row -> row.change().booking().market())
            .column(
                    "occurred_at",
                    ColumnType.TIMESTAMPTZ,
                    row -> row.change().event().occurredAt())
            .column(
                    "occurred_on",
                    ColumnType.DATE,
                    row -> UtcDates.of(row.change().event().occurredAt()))
            .column("room_nights", ColumnType.INTEGER, row -> row.movement().roomNights())
            .column("revenue", ColumnType.NUMERIC, row -> row.movement().revenue());

    private NightMovements() {}

    static void write(Connection connection, List<BookingChange> batch) throws SQLException {
        MOVEMENT.insert(
                connection,
                batch.stream()
                        .flatMap(change -> change.movements().stream().map(movement -> new Row(change, movement)))
                        .toList());
    }
}
