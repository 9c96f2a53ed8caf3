package io.waymark.pipeline.jobs.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When what happened to a booking, in business time. */
record Milestones(
        Instant bookedAt,
        @Nullable Instant holdExpiresAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant changedAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant checkedInAt,
        @Nullable Instant checkedOutAt,
        @Nullable Instant noShowAt) {

    static Milestones booked(Instant at) {
        return new Milestones(at, null, null, null, null, null, null, null);
    }

    Milestones heldUntil(Instant deadline) {
        return new Milestones(
                bookedAt, deadline, confirmedAt, changedAt, cancelledAt, checkedInAt, checkedOutAt, noShowAt);
    }

    Milestones confirmed(Instant at) {
        return new Milestones(bookedAt, null, at, changedAt, cancelledAt, checkedInAt, checkedOutAt, noShowAt);
    }

    Milestones changed(Instant at) {
        return new Milestones(
                bookedAt, holdExpiresAt, confirmedAt, at, cancelledAt, checkedInAt, checkedOutAt, noShowAt);
    }

    Milestones cancelled(Instant at) {
        return new Milestones(bookedAt, null, confirmedAt, changedAt, at, checkedInAt, checkedOutAt, noShowAt);
    }

    Milestones checkedIn(Instant at) {
        return new Milestones(bookedAt, null, confirmedAt, changedAt, cancelledAt, at, checkedOutAt, noShowAt);
    }

    Milestones checkedOut(Instant at) {
        return new Milestones(bookedAt, null, confirmedAt, changedAt, cancelledAt, checkedInAt, at, noShowAt);
    }

    Milestones noShow(Instant at) {
        return new Milestones(bookedAt, null, confirmedAt, changedAt, cancelledAt, checkedInAt, checkedOutAt, at);
    }
}
