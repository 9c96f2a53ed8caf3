package io.waymark.inventory;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.ReleaseReason;
import io.waymark.events.inventory.RoomTypeEvent.RoomsReleased;
import io.waymark.inventory.RoomType.Opened;
import io.waymark.inventory.Shortage.Reason;
import io.waymark.kernel.DateRange;
import io.waymark.runtime.entity.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A room type without the expired holds that would stand in a command's way, and the events that release them.
 *
 * <p>Expired holds elsewhere are left to their bookings, so that one command never has to clean up after all others.
 */
record Cleared(Opened roomType, List<RoomTypeEvent> released) {

    static Cleared of(Opened roomType, DateRange dates, Instant now) {
        return of(roomType, dates, "", now);
    }

    /** Also without the expired hold of this id, wherever its nights are. */
    static Cleared of(Opened roomType, DateRange dates, String holdId, Instant now) {
        Opened cleared = roomType;
        List<RoomTypeEvent> released = new ArrayList<>();
        for (String expired : roomType.allocations().expired(now)) {
            @Nullable Allocation hold = roomType.find(expired);
            if (hold != null && (expired.equals(holdId) || meet(hold.nights(), dates))) {
                RoomsReleased event = new RoomsReleased(expired, ReleaseReason.EXPIRED);
                released.add(event);
                cleared = RoomTypeRules.evolveOpened(cleared, event);
            }
        }
        return new Cleared(cleared, List.copyOf(released));
    }

    /**
     * Accepts the event if {@code after} may stand in place of {@code before}, and refuses with the shortage otherwise.
     *
     * @param nights that the guest wants
     */
    Decision<RoomTypeEvent> acceptIfFree(
            @Nullable Allocation before,
            Allocation after,
            DateRange nights,
            Enforcement enforcement,
            RoomTypeEvent event) {
        return restriction(before, nights, enforcement)
                .or(() -> roomType.calendar().firstShort(before, after).map(date -> Shortage.on(Reason.SOLD_OUT, date)))
                .map(RoomTypeRules::refuse)
                .orElseGet(() -> accept(event));
    }

    Decision<RoomTypeEvent> accept(RoomTypeEvent event) {
        List<RoomTypeEvent> events = new ArrayList<>(released);
        events.add(event);
        return Decision.accept(events);
    }

    private Optional<Shortage> restriction(@Nullable Allocation before, DateRange nights, Enforcement enforcement) {
        return switch (enforcement) {
            case ENFORCE ->
                Restrictions.forbidding(roomType.calendar(), before == null ? null : before.nights(), nights);
            case CAPACITY_ONLY -> Optional.empty();
        };
    }

    private static boolean meet(DateRange one, DateRange other) {
        return one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }
}
