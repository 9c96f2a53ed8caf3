package io.waymark.launcher.replay.capacity;

import io.waymark.kernel.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What the calendar must say before the first reservation is sent, as few runs of nights as possible; no word where it says so now. */
public record CalendarPlan(Map<RoomKind, List<CalendarRun>> runs) {

    public CalendarPlan {
        runs = Map.copyOf(runs);
    }

    /**
     * Makes room for the needed rooms beside everything that is already on the books; nothing is ever lowered.
     *
     * @param before what the calendar says about a room kind's night now
     */
    public static CalendarPlan of(NeededRooms needed, BiFunction<RoomKind, LocalDate, Night> before) {
        Map<RoomKind, List<CalendarRun>> runs = new TreeMap<>();
        for (RoomKind kind : needed.kinds()) {
            runs.put(kind, runs(kind, needed, before));
        }
        return new CalendarPlan(runs);
    }

    private static List<CalendarRun> runs(
            RoomKind kind, NeededRooms needed, BiFunction<RoomKind, LocalDate, Night> before) {
        List<CalendarRun> runs = new ArrayList<>();
        int physical = needed.physical(kind);
        needed.span().dates().forEach(date -> {
            Night night = before.apply(kind, date);
            int capacity = Math.max(night.capacity(), physical);
            int missing = needed.sold(kind, date) + night.occupied() - capacity;
            int allowance = Math.max(night.allowance(), missing);
            if (capacity != night.capacity() || allowance != night.allowance()) {
                append(runs, new CalendarRun(new DateRange(date, date.plusDays(1)), capacity, allowance));
            }
        });
        return List.copyOf(runs);
    }

    private static void append(List<CalendarRun> runs, CalendarRun next) {
        if (!runs.isEmpty() && runs.getLast().goesOnWith(next)) {
            runs.set(runs.size() - 1, runs.getLast().and(next));
        } else {
            runs.add(next);
        }
    }
}
