package io.waymark.inventory.availability;

import io.waymark.inventory.Calendar;
import io.waymark.inventory.Day;
import io.waymark.inventory.RoomType.Opened;
import io.waymark.inventory.availability.Availability.DatedDay;
import io.waymark.inventory.availability.Availability.RoomTypeEntry;
import io.waymark.kernel.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Room types and their dates in the JSON of the API. */
final class AvailabilityJson {

    private AvailabilityJson() {}

    /** The grid of a property. */
    record Grid(String propertyId, LocalDate from, LocalDate to, LocalDate today, List<Line> roomTypes) {}

    /** One room type of the grid. */
    record Line(String roomTypeId, String code, String name, List<DayView> days) {

        static Line of(Availability.RoomTypeDays line) {
            RoomTypeEntry roomType = line.roomType();
            return new Line(
                    roomType.roomTypeId(),
                    roomType.code(),
                    roomType.name(),
                    line.days().stream().map(DayView::of).toList());
        }
    }

    /** One room type with some of its dates. */
    record RoomTypeView(
            String id, long revision, String propertyId, String code, String name, int maxGuests, List<DayView> days) {

        static RoomTypeView of(Availability.RoomTypeDays roomType) {
            RoomTypeEntry entry = roomType.roomType();
            return new RoomTypeView(
                    entry.roomTypeId(),
                    entry.revision(),
                    entry.propertyId(),
                    entry.code(),
                    entry.name(),
                    entry.maxGuests(),
                    roomType.days().stream().map(DayView::of).toList());
        }

        /** As it was: from a state of the past. */
        static RoomTypeView of(String id, Opened past, long revision, DateRange dates) {
            Calendar calendar = past.calendar();
            return new RoomTypeView(
                    id,
                    revision,
                    past.description().propertyId(),
                    past.description().code(),
                    past.description().name(),
                    past.description().maxGuests(),
                    dates.dates()
                            .map(date -> DayView.of(new DatedDay(date, calendar.on(date))))
                            .toList());
        }
    }

    /** One date. */
    record DayView(
            LocalDate date,
            int capacity,
            int allowance,
            int sold,
            int held,
            int free,
            boolean closed,
            @Nullable Integer minStay,
            boolean closedToArrival,
            boolean closedToDeparture) {

        static DayView of(DatedDay dated) {
            Day day = dated.day();
            return new DayView(
                    dated.date(),
                    day.capacity(),
                    day.allowance(),
                    day.sold(),
                    day.held(),
                    Math.max(0, day.free()),
                    day.closed(),
                    day.minStay() == 0 ? null : day.minStay(),
                    day.closedToArrival(),
                    day.closedToDeparture());
        }
    }
}
