package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.stream.Positioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Days of a room type's calendar as they are now: rows of {@code fact_inventory_day}. */
public record InventoryChange(
        long txId,
        long ordering,
        Instant recordedAt,
        String tenant,
        String roomTypeId,
        String propertyId,
        String roomTypeCode,
        String roomTypeName,
        long version,
        List<Day> days)
        implements Positioned {

    /** What can be sold on one day. */
    public record Day(
            LocalDate date,
            int capacity,
            int allowance,
            boolean closed,
            int minStay,
            boolean closedToArrival,
            boolean closedToDeparture) {}
}
