package io.waymark.events.booking;

import io.waymark.kernel.DateRange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One room of a booking.
 *
 * @param line the room's number in the booking, from 1
 * @param departure the day of leaving; the arrival day itself for day use, which occupies no night
 * @param infants children under two years
 * @param meal BB, HB, FB, SC (self catering) or AI
 */
public record RoomStay(
        int line,
        String roomTypeId,
        String roomTypeCode,
        LocalDate arrival,
        LocalDate departure,
        int adults,
        int children,
        int infants,
        @Nullable String ratePlan,
        @Nullable String meal) {

    public RoomStay {
        if (departure.isBefore(arrival)) {
            throw new IllegalArgumentException("departure " + departure + " is before arrival " + arrival);
        }
        if (line < 1) {
            throw new IllegalArgumentException("lines are numbered from 1, not " + line);
        }
    }

    /** The nights that the room is occupied; none for day use. */
    public DateRange nights() {
        return new DateRange(arrival, departure);
    }
}
