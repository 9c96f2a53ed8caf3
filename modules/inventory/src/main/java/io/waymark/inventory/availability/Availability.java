package io.waymark.inventory.availability;

import io.waymark.inventory.Day;
import java.time.LocalDate;
import java.util.List;

/** What the read model says of room types and their dates. */
public final class Availability {

    private Availability() {}

    /** A room type as last described, at the revision that the read model has seen. */
    public record RoomTypeEntry(
            String roomTypeId, long revision, String propertyId, String code, String name, int maxGuests) {}

    /** One date of a room type. */
    public record DatedDay(LocalDate date, Day day) {}

    /** A room type with every date of a range. */
    public record RoomTypeDays(RoomTypeEntry roomType, List<DatedDay> days) {

        public RoomTypeDays {
            days = List.copyOf(days);
        }
    }
}
