package io.waymark.booking;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.RoomStay;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What no honest booking is; it bounds the work that one booking can cause. */
final class Limits {

    private static final int ROOMS = 100;
    private static final long NIGHTS = 1_100;

    private Limits() {}

    /** What is wrong with the details, in one sentence. */
    static Optional<String> exceededBy(BookingDetails details) {
        if (details.rooms().size() > ROOMS) {
            return Optional.of("A booking has at most " + ROOMS + " rooms.");
        }
        Set<Integer> lines = new HashSet<>();
        for (RoomStay room : details.rooms()) {
            if (!lines.add(room.line())) {
                return Optional.of("Line " + room.line() + " is there twice.");
            }
            if (room.nights().days() > NIGHTS) {
                return Optional.of("A stay has at most " + NIGHTS + " nights.");
            }
            if (room.adults() < 0 || room.children() < 0 || room.infants() < 0) {
                return Optional.of("Guests are counted from 0.");
            }
        }
        return Optional.empty();
    }
}
