package io.waymark.inventory;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.inventory.RoomType.Opened;
import io.waymark.inventory.RoomTypeCommand.ChangeCalendar;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Decision;
import java.time.Instant;
import java.util.List;

/** What may be said about dates: anything, as long as nobody loses a room that they were promised. */
final class CalendarRules {

    private CalendarRules() {}

    static Decision<RoomTypeEvent> change(Opened roomType, ChangeCalendar change, Instant now) {
        List<CalendarChange> changes = change.changes();
        if (changes.isEmpty()
                || changes.size() > Limits.CHANGES
                || changes.stream().anyMatch(Limits::exceededBy)) {
            return Limits.refuseCalendar();
        }
        if (roomType.calendar().changed(changes).equals(roomType.calendar())) {
            return Decision.unchanged();
        }
        DateRange dates = changes.stream()
                .map(CalendarChange::dates)
                .reduce(Allocation::union)
                .orElseThrow();
        Cleared cleared = Cleared.of(roomType, dates, now);
        Calendar changed = cleared.roomType().calendar().changed(changes);
        return changed.firstOversold(dates)
                .map(date -> refuse("On " + date + " " + changed.on(date).occupied() + " rooms are taken, but only "
                        + changed.on(date).sellable()
                        + " would be allowed. Raise the allowance, or move guests first."))
                .orElseGet(() -> cleared.accept(new CalendarChanged(changes)));
    }

    private static Decision<RoomTypeEvent> refuse(String detail) {
        return Decision.refuse(ProblemCode.CONFLICT, detail);
    }
}
