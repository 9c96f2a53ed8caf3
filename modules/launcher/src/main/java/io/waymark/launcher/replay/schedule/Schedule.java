package io.waymark.launcher.replay.schedule;

import io.waymark.launcher.replay.source.Reservation;
import java.util.List;

/**
 * Every step of every reservation of a file, in the order of time.
 *
 * @param reservations in the order of the file
 * @param steps a step's place in this list is its position
 */
public record Schedule(List<Reservation> reservations, List<Step> steps) {

    /** Changes with every change of what a replay sends: a position counted under another version says nothing. */
    public static final int VERSION = 1;

    public Schedule {
        reservations = List.copyOf(reservations);
        steps = List.copyOf(steps);
    }

    public static Schedule of(List<Reservation> reservations) {
        return new Schedule(
                reservations,
                reservations.stream()
                        .flatMap(reservation -> Story.of(reservation).stream())
                        .sorted(Step.IN_TIME)
                        .toList());
    }

    public int size() {
        return steps.size();
    }
}
