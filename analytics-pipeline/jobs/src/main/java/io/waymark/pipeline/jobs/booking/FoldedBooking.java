package io.waymark.pipeline.jobs.booking;

import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.BookingEvent.BookingChanged;
import io.waymark.events.booking.BookingEvent.BookingConfirmed;
import io.waymark.events.booking.BookingEvent.BookingExpired;
import io.waymark.events.booking.BookingEvent.BookingHeld;
import io.waymark.events.booking.BookingEvent.BookingRefused;
import io.waymark.events.booking.BookingEvent.BookingRequested;
import io.waymark.events.booking.BookingEvent.ChangeRefused;
import io.waymark.events.booking.BookingEvent.ChangeRequested;
import io.waymark.events.booking.BookingEvent.ConfirmationRequested;
import io.waymark.events.booking.BookingEvent.GuestCheckedIn;
import io.waymark.events.booking.BookingEvent.GuestCheckedOut;
import io.waymark.events.booking.BookingEvent.NoShowRecorded;
import io.waymark.events.booking.BookingEvent.RoomsReleased;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A booking as its events have made it: the state that the pipeline keeps for it.
 *
 * <p>State of older releases is read for ever: fields may be added as nullable ones, never renamed or removed.
 *
 * @param before where it stood before a change was requested, while one is
 * @param changes how often it was changed
 */
record FoldedBooking(
        String tenant,
        String bookingId,
        Mark mark,
        BookingStatus status,
        @Nullable BookingStatus before,
        Agreed agreed,
        Milestones milestones,
        Outcome outcome,
        int changes) {

    static FoldedBooking requested(String tenant, String bookingId, BookingRequested event, Mark mark) {
        return new FoldedBooking(
                tenant,
                bookingId,
                mark,
                BookingStatus.REQUESTED,
                null,
                Agreed.of(event.details()),
                Milestones.booked(mark.occurredAt()),
                Outcome.OPEN,
                0);
    }

    /** What the event makes of it. */
    FoldedBooking after(BookingEvent event, Mark newMark) {
        Instant at = newMark.occurredAt();
        return marked(
                newMark,
                switch (event) {
                    case BookingRequested again -> this;
                    case BookingHeld held -> as(BookingStatus.HELD, milestones.heldUntil(held.expiresAt()));
                    case ConfirmationRequested requested -> this;
                    case BookingConfirmed confirmed -> as(BookingStatus.CONFIRMED, milestones.confirmed(at));
                    case BookingRefused refused ->
                        as(BookingStatus.REFUSED, milestones).with(outcome.refused(refused.refusal()));
                    case BookingExpired expired -> as(BookingStatus.EXPIRED, milestones);
                    case ChangeRequested requested -> changing();
                    case BookingChanged changed ->
                        as(beforeChange(), milestones.changed(at)).changed(Agreed.of(changed.details()));
                    case ChangeRefused refused -> as(beforeChange(), milestones);
                    case BookingCancelled cancelled -> as(BookingStatus.CANCELLED, milestones.cancelled(at));
                    case GuestCheckedIn in ->
                        as(BookingStatus.CHECKED_IN, milestones.checkedIn(at))
                                .with(outcome.checkedIn(in))
                                .from(in.country());
                    case GuestCheckedOut out ->
                        as(BookingStatus.CHECKED_OUT, milestones.checkedOut(at))
                                .with(outcome.departed(out.departedOn()));
                    case NoShowRecorded noShow -> as(BookingStatus.NO_SHOW, milestones.noShow(at));
                    case RoomsReleased released -> this;
                });
    }

    /** Whether it counts as sold. */
    boolean onBooks() {
        return switch (beforeChange()) {
            case CONFIRMED, CHECKED_IN, CHECKED_OUT -> true;
            case REQUESTED, HELD, CHANGING, CANCELLED, REFUSED, EXPIRED, NO_SHOW -> false;
        };
    }

    /** Where it stands, looking through a change that is under way. */
    BookingStatus beforeChange() {
        return Objects.requireNonNullElse(before, status);
    }

    private FoldedBooking as(BookingStatus newStatus, Milestones newMilestones) {
        return new FoldedBooking(tenant, bookingId, mark, newStatus, null, agreed, newMilestones, outcome, changes);
    }

    private FoldedBooking changing() {
        return new FoldedBooking(
                tenant, bookingId, mark, BookingStatus.CHANGING, beforeChange(), agreed, milestones, outcome, changes);
    }

    private FoldedBooking changed(Agreed newAgreed) {
        return new FoldedBooking(tenant, bookingId, mark, status, before, newAgreed, milestones, outcome, changes + 1);
    }

    private FoldedBooking with(Outcome newOutcome) {
        return new FoldedBooking(tenant, bookingId, mark, status, before, agreed, milestones, newOutcome, changes);
    }

    private FoldedBooking from(@Nullable String country) {
        Agreed newAgreed = country == null ? agreed : agreed.from(country);
        return new FoldedBooking(tenant, bookingId, mark, status, before, newAgreed, milestones, outcome, changes);
    }

    private static FoldedBooking marked(Mark mark, FoldedBooking booking) {
        return new FoldedBooking(
                booking.tenant,
                booking.bookingId,
                mark,
                booking.status,
                booking.before,
                booking.agreed,
                booking.milestones,
                booking.outcome,
                booking.changes);
    }
}
