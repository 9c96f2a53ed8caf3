package io.waymark.booking;

import io.waymark.booking.Booking.Cancelled;
import io.waymark.booking.Booking.Changing;
import io.waymark.booking.Booking.CheckedIn;
import io.waymark.booking.Booking.CheckedOut;
import io.waymark.booking.Booking.Confirmed;
import io.waymark.booking.Booking.Confirming;
import io.waymark.booking.Booking.Expired;
import io.waymark.booking.Booking.Held;
import io.waymark.booking.Booking.NoShow;
import io.waymark.booking.Booking.None;
import io.waymark.booking.Booking.Refused;
import io.waymark.booking.Booking.Requested;
import io.waymark.booking.BookingCommand.RoomsObtained;
import io.waymark.booking.BookingCommand.RoomsRefused;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.BookingChanged;
import io.waymark.events.booking.BookingEvent.BookingConfirmed;
import io.waymark.events.booking.BookingEvent.BookingHeld;
import io.waymark.events.booking.BookingEvent.BookingRefused;
import io.waymark.events.booking.BookingEvent.ChangeRefused;
import io.waymark.events.booking.BookingEvent.RoomsReleased;
import io.waymark.runtime.entity.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the outcome of a step means for the booking that owed it; a late one for a step that is settled means nothing. */
final class StepOutcomes {

    private StepOutcomes() {}

    static Decision<BookingEvent> obtained(Booking booking, RoomsObtained obtained) {
        return switch (booking) {
            case Requested requested -> requested(obtained.heldUntil());
            case Confirming confirming -> Decision.accept(new BookingConfirmed());
            case Changing changing -> Decision.accept(new BookingChanged(changing.changeId(), changing.wanted()));
            case None none -> Decision.unchanged();
            case Held held -> Decision.unchanged();
            case Confirmed confirmed -> Decision.unchanged();
            case Cancelled cancelled -> Decision.unchanged();
            case Refused refused -> Decision.unchanged();
            case Expired expired -> Decision.unchanged();
            case CheckedIn checkedIn -> Decision.unchanged();
            case CheckedOut checkedOut -> Decision.unchanged();
            case NoShow noShow -> Decision.unchanged();
        };
    }

    private static Decision<BookingEvent> requested(@Nullable Instant heldUntil) {
        return Decision.accept(heldUntil == null ? new BookingConfirmed() : new BookingHeld(heldUntil));
    }

    static Decision<BookingEvent> refused(Booking booking, RoomsRefused refused) {
        return switch (booking) {
            case Requested requested -> Decision.accept(new BookingRefused(refused.refusal()));
            case Confirming confirming -> Decision.accept(new BookingRefused(refused.refusal()));
            case Changing changing -> Decision.accept(new ChangeRefused(changing.changeId(), refused.refusal()));
            case None none -> Decision.unchanged();
            case Held held -> Decision.unchanged();
            case Confirmed confirmed -> Decision.unchanged();
            case Cancelled cancelled -> Decision.unchanged();
            case Refused before -> Decision.unchanged();
            case Expired expired -> Decision.unchanged();
            case CheckedIn checkedIn -> Decision.unchanged();
            case CheckedOut checkedOut -> Decision.unchanged();
            case NoShow noShow -> Decision.unchanged();
        };
    }

    static Decision<BookingEvent> returned(Booking booking) {
        boolean returning = switch (booking) {
            case Cancelled cancelled -> cancelled.returning();
            case Expired expired -> expired.returning();
            case CheckedOut checkedOut -> checkedOut.returning();
            case NoShow noShow -> noShow.returning();
            case None none -> false;
            case Requested requested -> false;
            case Held held -> false;
            case Confirming confirming -> false;
            case Confirmed confirmed -> false;
            case Changing changing -> false;
            case Refused refused -> false;
            case CheckedIn checkedIn -> false;
        };
        return returning ? Decision.accept(new RoomsReleased()) : Decision.unchanged();
    }
}
