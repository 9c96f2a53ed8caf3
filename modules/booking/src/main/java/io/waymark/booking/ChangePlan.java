package io.waymark.booking;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.RoomStay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a change needs of the inventory, line by line. Everything that is wanted is taken before anything that is left is
 * given back, so a change that fails leaves the booking as it was.
 *
 * @param moved lines that stay in their room type on other nights
 * @param added lines that are new, or new in their room type
 * @param dropped lines that are gone, or gone from their room type
 */
record ChangePlan(List<RoomStay> moved, List<RoomStay> added, List<RoomStay> dropped) {

    ChangePlan {
        moved = inOrder(moved);
        added = inOrder(added);
        dropped = inOrder(dropped);
    }

    /** Who always takes rooms in the same order never waits for somebody who waits for them. */
    static List<RoomStay> inOrder(List<RoomStay> rooms) {
        return rooms.stream()
                .sorted(Comparator.comparing(RoomStay::roomTypeId).thenComparing(RoomStay::line))
                .toList();
    }

    static ChangePlan between(BookingDetails before, BookingDetails after) {
        List<RoomStay> moved = new ArrayList<>();
        List<RoomStay> added = new ArrayList<>();
        Map<Integer, RoomStay> left = new HashMap<>();
        before.rooms().forEach(room -> left.put(room.line(), room));
        for (RoomStay room : after.rooms()) {
            @Nullable RoomStay old = left.get(room.line());
            if (old == null || !old.roomTypeId().equals(room.roomTypeId())) {
                added.add(room);
                continue;
            }
            left.remove(room.line());
            if (!old.nights().equals(room.nights())) {
                moved.add(room);
            }
        }
        return new ChangePlan(moved, added, List.copyOf(left.values()));
    }

    boolean isEmpty() {
        return moved.isEmpty() && added.isEmpty() && dropped.isEmpty();
    }
}
