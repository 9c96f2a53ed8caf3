package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.stream.Positioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A property as it is described now, with its room types: one row of {@code dim_property}, several of {@code dim_room_type}. */
public record PropertyChange(
        long txId,
        long ordering,
        Instant recordedAt,
        String tenant,
        String propertyId,
        long version,
        String code,
        String name,
        @Nullable String place,
        String currency,
        String timeZone,
        List<RoomType> roomTypes)
        implements Positioned {

    /** A room type of the property. */
    public record RoomType(String roomTypeId, String code, String name, int maxGuests) {}
}
