package io.waymark.launcher.replay.capacity;

import io.waymark.kernel.DateRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Rooms per night over a fixed span of dates, with the most that were ever counted. */
final class NightCounts {

    private final LocalDate first;
    private final int[] now;
    private final int[] most;

    NightCounts(DateRange span) {
        this.first = span.from();
        this.now = new int[(int) span.days()];
        this.most = new int[now.length];
    }

    void add(DateRange nights) {
        for (int day = day(nights.from()); day < day(nights.to()); day++) {
            now[day]++;
            most[day] = Math.max(most[day], now[day]);
        }
    }

    void remove(DateRange nights) {
        for (int day = day(nights.from()); day < day(nights.to()); day++) {
            now[day]--;
        }
    }

    int most(LocalDate date) {
        return most[day(date)];
    }

    int mostOfAll() {
        int peak = 0;
        for (int rooms : most) {
            peak = Math.max(peak, rooms);
        }
        return peak;
    }

    private int day(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(first, date);
    }
}
