package io.waymark.inventory;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Decision;
import org.jspecify.annotations.Nullable;

/** What no honest request asks for; it bounds the work that one command can cause. */
final class Limits {

    /** Three years: longer stays and calendar changes are mistakes. */
    static final long DAYS = 1_100;

    /** Rooms of one hold, and of one date. */
    static final int ROOMS = 100_000;

    /** Changes of one command. */
    static final int CHANGES = 400;

    private Limits() {}

    static boolean exceededBy(DateRange nights, int rooms) {
        return nights.days() > DAYS || rooms < 1 || rooms > ROOMS;
    }

    static boolean exceededBy(CalendarChange change) {
        long days = change.dates().days();
        return days < 1
                || days > DAYS
                || exceededBy(change.capacity())
                || exceededBy(change.allowance())
                || exceededBy(change.minStay());
    }

    static Decision<RoomTypeEvent> refuseStay() {
        return Decision.refuse(
                ProblemCode.INVALID, "A stay has at most " + DAYS + " nights and 1 to " + ROOMS + " rooms.");
    }

    static Decision<RoomTypeEvent> refuseCalendar() {
        return Decision.refuse(
                ProblemCode.INVALID,
                "A calendar change has 1 to " + CHANGES + " parts of 1 to " + DAYS + " dates each, with values of 0 to "
                        + ROOMS + ".");
    }

    private static boolean exceededBy(@Nullable Integer value) {
        return value != null && (value < 0 || value > ROOMS);
    }
}
