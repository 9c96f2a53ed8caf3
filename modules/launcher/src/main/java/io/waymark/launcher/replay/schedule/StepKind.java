package io.waymark.launcher.replay.schedule;

import java.time.LocalTime;

/** What can happen to a reservation, and between which hours it usually does. */
public enum StepKind {
    BOOKED(8, 23),
    CHANGED(9, 21),
    CANCELLED(8, 23),
    ARRIVED(14, 22),
    DEPARTED(7, 12),
    NO_SHOW(23, 24);

    private static final int MILLIS_PER_HOUR = 3_600_000;

    private final int fromHour;
    private final int toHour;

    StepKind(int fromHour, int toHour) {
        this.fromHour = fromHour;
        this.toHour = toHour;
    }

    LocalTime time(Seed seed, int number) {
        int millis = seed.below((toHour - fromHour) * MILLIS_PER_HOUR, this + "/" + number + "/time");
        return LocalTime.of(fromHour, 0).plusNanos(millis * 1_000_000L);
    }
}
