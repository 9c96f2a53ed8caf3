package io.waymark.launcher.replay.delivery;

import io.waymark.kernel.DateRange;
import io.waymark.launcher.replay.capacity.CalendarPlan;
import io.waymark.launcher.replay.capacity.CalendarRun;
import io.waymark.launcher.replay.capacity.RoomKind;
import io.waymark.launcher.replay.source.Hotel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the replay of a file has come with one tenant.
 *
 * @param scheduleVersion under which version of the schedule positions were counted
 * @param steps how many steps the file has
 * @param plannedAt when this replay began; the calendar of another one is another calendar
 * @param calendar what the calendar has to say: worked out once, before the first reservation, and kept
 * @param calendarSent whether it does say so
 */
record SavedReplay(
        int scheduleVersion,
        String tenant,
        int steps,
        Instant plannedAt,
        List<SavedRun> calendar,
        boolean calendarSent,
        Account account) {

    SavedReplay {
        calendar = List.copyOf(calendar);
    }

    static SavedReplay planned(int scheduleVersion, String tenant, int steps, Instant plannedAt, CalendarPlan plan) {
        List<SavedRun> calendar = new ArrayList<>();
        new TreeMap<>(plan.runs()).forEach((kind, runs) -> runs.forEach(run -> calendar.add(SavedRun.of(kind, run))));
        return new SavedReplay(scheduleVersion, tenant, steps, plannedAt, calendar, false, Account.EMPTY);
    }

    boolean isOf(int otherVersion, String otherTenant, int otherSteps) {
        return scheduleVersion == otherVersion && tenant.equals(otherTenant) && steps == otherSteps;
    }

    SavedReplay withCalendarSent() {
        return new SavedReplay(scheduleVersion, tenant, steps, plannedAt, calendar, true, account);
    }

    SavedReplay with(Account account) {
        return new SavedReplay(scheduleVersion, tenant, steps, plannedAt, calendar, calendarSent, account);
    }

    CalendarPlan plan() {
        Map<RoomKind, List<CalendarRun>> runs = new TreeMap<>();
        calendar.forEach(
                run -> runs.computeIfAbsent(new RoomKind(run.hotel(), run.roomType()), kind -> new ArrayList<>())
                        .add(run.run()));
        return new CalendarPlan(runs);
    }

    /** A run of nights of one room type. */
    record SavedRun(Hotel hotel, String roomType, LocalDate from, LocalDate to, int capacity, int allowance) {

        static SavedRun of(RoomKind kind, CalendarRun run) {
            return new SavedRun(
                    kind.hotel(), kind.code(), run.nights().from(), run.nights().to(), run.capacity(), run.allowance());
        }

        CalendarRun run() {
            return new CalendarRun(new DateRange(from, to), capacity, allowance);
        }
    }
}
