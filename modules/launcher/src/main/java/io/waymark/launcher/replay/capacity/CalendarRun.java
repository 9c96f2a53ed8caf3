package io.waymark.launcher.replay.capacity;

import io.waymark.kernel.DateRange;

/** Consecutive nights with the same capacity and the same allowance beyond it. */
public record CalendarRun(DateRange nights, int capacity, int allowance) {

    boolean goesOnWith(CalendarRun next) {
        return nights.to().equals(next.nights.from()) && capacity == next.capacity && allowance == next.allowance;
    }

    CalendarRun and(CalendarRun next) {
        return new CalendarRun(new DateRange(nights.from(), next.nights.to()), capacity, allowance);
    }
}
