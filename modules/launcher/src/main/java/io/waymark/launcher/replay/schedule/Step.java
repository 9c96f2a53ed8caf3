package io.waymark.launcher.replay.schedule;

import io.waymark.launcher.replay.source.Reservation;
import java.time.Instant;
import java.util.Comparator;

/**
 * One thing that happened to one reservation.
 *
 * @param number the step's place in its reservation's story, from 0
 */
public record Step(Reservation reservation, int number, StepKind kind, Instant at) {

    /** A total order: no two steps of a file are equal in it. */
    static final Comparator<Step> IN_TIME = Comparator.comparing(Step::at)
            .thenComparing(step -> step.reservation().remoteId())
            .thenComparingInt(Step::number);

    /** What is agreed once this step has happened; the steps between booking and the end are all changes. */
    public Agreed agreed() {
        return Agreed.after(reservation, kind == StepKind.CHANGED ? number : 0);
    }
}
