package io.waymark.booking;

import io.waymark.booking.Booking.Cancelled;
import io.waymark.booking.Booking.Changing;
import io.waymark.booking.Booking.CheckedIn;
import io.waymark.booking.Booking.CheckedOut;
import io.waymark.booking.Booking.Confirmed;
import io.waymark.booking.Booking.Confirming;
import io.waymark.booking.Booking.Expired;
import io.waymark.booking.Booking.Facts;
import io.waymark.booking.Booking.Held;
import io.waymark.booking.Booking.NoShow;
import io.waymark.booking.Booking.None;
import io.waymark.booking.Booking.Refused;
import io.waymark.booking.Booking.Requested;
import io.waymark.booking.BookingCommand.Change;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.BookingChanged;
import io.waymark.events.booking.BookingEvent.ChangeRequested;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Decision;
import java.util.Optional;

/** Which changes of a booking are possible, and which of them need the inventory. */
final class ChangeRules {

    private ChangeRules() {}

    static Decision<BookingEvent> change(Booking booking, Change change) {
        return switch (booking) {
            case None none -> BookingRules.notFound();
            case Confirmed confirmed -> change(confirmed.facts(), change);
            case CheckedIn checkedIn
            when !checkedIn.facts().details().arrival().equals(change.details().arrival()) ->
                BookingRules.conflict("The guest has arrived: the day of arrival cannot change any more.");
            case CheckedIn checkedIn -> change(checkedIn.facts(), change);
            case Held held -> BookingRules.conflict("The booking is only held: confirm it before changing it.");
            case Cancelled cancelled -> BookingRules.conflict("The booking is cancelled and cannot be changed.");
            case Expired expired -> BookingRules.conflict("The booking has expired and cannot be changed.");
            case Refused refused -> BookingRules.conflict("The booking was refused and cannot be changed.");
            case CheckedOut checkedOut -> BookingRules.conflict("The stay is over and cannot be changed.");
            case NoShow noShow -> BookingRules.conflict("The guest did not come; the booking cannot be changed.");
            case Requested requested -> BookingRules.unsettled();
            case Confirming confirming -> BookingRules.unsettled();
            case Changing changing -> BookingRules.unsettled();
        };
    }

    private static Decision<BookingEvent> change(Facts facts, Change change) {
        BookingDetails wanted = change.details();
        if (facts.changeIds().contains(change.changeId())) {
            boolean same = !facts.changeIds().getLast().equals(change.changeId())
                    || facts.details().equals(wanted);
            return same
                    ? Decision.unchanged()
                    : Decision.refuse(
                            ProblemCode.IDEMPOTENCY_CONFLICT,
                            "The change " + change.changeId() + " was made with other content. Take a new id.");
        }
        if (!facts.details().propertyId().equals(wanted.propertyId())) {
            return Decision.refuse(
                    ProblemCode.INVALID, "A booking cannot move to another property. Cancel it and book there.");
        }
        Optional<String> exceeded = Limits.exceededBy(wanted);
        if (exceeded.isPresent()) {
            return Decision.refuse(ProblemCode.INVALID, exceeded.get());
        }
        if (facts.details().equals(wanted)) {
            return Decision.unchanged();
        }
        return ChangePlan.between(facts.details(), wanted).isEmpty()
                ? Decision.accept(new BookingChanged(change.changeId(), wanted))
                : Decision.accept(new ChangeRequested(change.changeId(), wanted));
    }
}
