package io.waymark.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Calendar days from {@code from} up to, but not including, {@code to}; empty where both are the same day. */
public record DateRange(LocalDate from, LocalDate to) {

    public DateRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    public boolean isEmpty() {
        return from.equals(to);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(to);
    }

    public Stream<LocalDate> dates() {
        return from.datesUntil(to);
    }
}
