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
import io.waymark.booking.BookingCommand.Book;
import io.waymark.booking.BookingCommand.Cancel;
import io.waymark.booking.BookingCommand.Change;
import io.waymark.booking.BookingCommand.CheckIn;
import io.waymark.booking.BookingCommand.CheckOut;
import io.waymark.booking.BookingCommand.Confirm;
import io.waymark.booking.BookingCommand.Expire;
import io.waymark.booking.BookingCommand.RecordNoShow;
import io.waymark.booking.BookingCommand.RoomsObtained;
import io.waymark.booking.BookingCommand.RoomsRefused;
import io.waymark.booking.BookingCommand.RoomsReturned;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.BookingEvent.BookingExpired;
import io.waymark.events.booking.BookingEvent.BookingRequested;
import io.waymark.events.booking.BookingEvent.ConfirmationRequested;
import io.waymark.events.booking.BookingEvent.GuestCheckedIn;
import io.waymark.events.booking.BookingEvent.GuestCheckedOut;
import io.waymark.events.booking.BookingEvent.NoShowRecorded;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * What may happen to a booking, and when.
 *
 * <p>What was already done is answered as the first time; what the state does not allow is refused with a sentence. Facts
 * carry the business time, the deadline of a hold looks at the clock on the wall.
 */
public final class BookingRules implements Rules<Booking, BookingCommand, BookingEvent> {

    @Override
    public Booking empty() {
        return new None();
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("booking", "1");
    }

    @Override
    public Decision<BookingEvent> decide(Booking booking, BookingCommand command, Moment moment) {
        return switch (command) {
            case Book book -> book(booking, book);
            case Confirm confirm -> confirm(booking, moment.now());
            case Change change -> ChangeRules.change(booking, change);
            case Cancel cancel -> cancel(booking, cancel);
            case CheckIn checkIn -> checkIn(booking, checkIn);
            case CheckOut checkOut -> checkOut(booking, checkOut);
            case RecordNoShow noShow -> noShow(booking);
            case Expire expire -> expire(booking, moment.now());
            case RoomsObtained obtained -> StepOutcomes.obtained(booking, obtained);
            case RoomsRefused refused -> StepOutcomes.refused(booking, refused);
            case RoomsReturned returned -> StepOutcomes.returned(booking);
        };
    }

    @Override
    public Booking evolve(Booking booking, BookingEvent event, Instant occurredAt) {
        return BookingLife.after(booking, event, occurredAt);
    }

    private static Decision<BookingEvent> book(Booking booking, Book book) {
        if (booking instanceof None) {
            return Limits.exceededBy(book.details())
                    .<Decision<BookingEvent>>map(detail -> Decision.refuse(ProblemCode.INVALID, detail))
                    .orElseGet(() -> Decision.accept(new BookingRequested(book.details(), book.confirmation())));
        }
        boolean same = booking.known()
                .map(facts -> facts.details().equals(book.details())
                        && facts.changeIds().isEmpty())
                .orElse(false);
        return same
                ? Decision.unchanged()
                : conflict("This booking exists with other content. Change it, or take a new id.");
    }

    private static Decision<BookingEvent> confirm(Booking booking, Instant now) {
        return switch (booking) {
            case None none -> notFound();
            // The sweeper may be late: the deadline decides, not the sweep.
            case Held held when !now.isBefore(held.expiresAt()) -> holdExpired();
            case Held held -> Decision.accept(new ConfirmationRequested());
            case Confirmed confirmed -> Decision.unchanged();
            case CheckedIn checkedIn -> Decision.unchanged();
            case CheckedOut checkedOut -> Decision.unchanged();
            case NoShow noShow -> Decision.unchanged();
            case Expired expired -> holdExpired();
            case Cancelled cancelled -> conflict("The booking is cancelled and cannot be confirmed any more.");
            case Refused refused ->
                conflict("The booking was refused and cannot be confirmed. Book again with a new id.");
            case Requested requested -> unsettled();
            case Confirming confirming -> unsettled();
            case Changing changing -> unsettled();
        };
    }

    private static Decision<BookingEvent> cancel(Booking booking, Cancel cancel) {
        return switch (booking) {
            case None none -> notFound();
            case Held held -> Decision.accept(new BookingCancelled(cancel.reason()));
            case Confirmed confirmed -> Decision.accept(new BookingCancelled(cancel.reason()));
            case Cancelled cancelled -> Decision.unchanged();
            case Expired expired -> conflict("The booking has expired; there is nothing to cancel.");
            case Refused refused -> conflict("The booking was refused; there is nothing to cancel.");
            case CheckedIn checkedIn -> conflict("The guest has arrived: check out instead of cancelling.");
            case CheckedOut checkedOut -> conflict("The stay is over and cannot be cancelled.");
            case NoShow noShow ->
                conflict("The guest did not come, which is recorded; it cannot be cancelled any more.");
            case Requested requested -> unsettled();
            case Confirming confirming -> unsettled();
            case Changing changing -> unsettled();
        };
    }

    private static Decision<BookingEvent> checkIn(Booking booking, CheckIn checkIn) {
        return switch (booking) {
            case None none -> notFound();
            case Confirmed confirmed ->
                Decision.accept(new GuestCheckedIn(checkIn.assignedRoomTypeCode(), checkIn.country()));
            case CheckedIn checkedIn -> Decision.unchanged();
            case Held held -> conflict("The booking is only held: confirm it before check-in.");
            case Cancelled cancelled -> conflict("The booking is cancelled: nobody can check in.");
            case Expired expired -> conflict("The booking has expired: nobody can check in.");
            case Refused refused -> conflict("The booking was refused: nobody can check in.");
            case CheckedOut checkedOut -> conflict("The guest has left already.");
            case NoShow noShow -> conflict("The guest is recorded as not having come, and the nights are given back.");
            case Requested requested -> unsettled();
            case Confirming confirming -> unsettled();
            case Changing changing -> unsettled();
        };
    }

    private static Decision<BookingEvent> checkOut(Booking booking, CheckOut checkOut) {
        return switch (booking) {
            case None none -> notFound();
            case CheckedIn checkedIn -> checkOut(checkedIn, checkOut);
            case CheckedOut checkedOut
            when checkOut.departedOn() == null || checkedOut.departedOn().equals(checkOut.departedOn()) ->
                Decision.unchanged();
            case CheckedOut checkedOut -> conflict("The guest left on " + checkedOut.departedOn() + ".");
            case Held held -> notArrived();
            case Confirmed confirmed -> notArrived();
            case Cancelled cancelled -> notArrived();
            case Expired expired -> notArrived();
            case Refused refused -> notArrived();
            case NoShow noShow -> notArrived();
            case Requested requested -> unsettled();
            case Confirming confirming -> unsettled();
            case Changing changing -> unsettled();
        };
    }

    private static Decision<BookingEvent> checkOut(CheckedIn checkedIn, CheckOut checkOut) {
        LocalDate arrival = checkedIn.facts().details().arrival();
        LocalDate departedOn = Objects.requireNonNullElse(
                checkOut.departedOn(), checkedIn.facts().details().departure());
        return departedOn.isBefore(arrival)
                ? Decision.refuse(
                        ProblemCode.INVALID, "Nobody can leave on " + departedOn + " who arrives on " + arrival + ".")
                : Decision.accept(new GuestCheckedOut(departedOn));
    }

    private static Decision<BookingEvent> noShow(Booking booking) {
        return switch (booking) {
            case None none -> notFound();
            case Confirmed confirmed -> Decision.accept(new NoShowRecorded());
            case NoShow noShow -> Decision.unchanged();
            case CheckedIn checkedIn -> conflict("The guest has arrived.");
            case CheckedOut checkedOut -> conflict("The guest came and has left.");
            case Held held -> conflict("The booking is only held: nobody was expected.");
            case Cancelled cancelled -> conflict("The booking is cancelled: nobody was expected.");
            case Expired expired -> conflict("The booking has expired: nobody was expected.");
            case Refused refused -> conflict("The booking was refused: nobody was expected.");
            case Requested requested -> unsettled();
            case Confirming confirming -> unsettled();
            case Changing changing -> unsettled();
        };
    }

    private static Decision<BookingEvent> expire(Booking booking, Instant now) {
        return switch (booking) {
            case Held held when !now.isBefore(held.expiresAt()) -> Decision.accept(new BookingExpired());
            case None none -> Decision.unchanged();
            case Held stillGood -> Decision.unchanged();
            case Requested requested -> Decision.unchanged();
            case Confirming confirming -> Decision.unchanged();
            case Confirmed confirmed -> Decision.unchanged();
            case Changing changing -> Decision.unchanged();
            case Cancelled cancelled -> Decision.unchanged();
            case Refused refused -> Decision.unchanged();
            case Expired expired -> Decision.unchanged();
            case CheckedIn checkedIn -> Decision.unchanged();
            case CheckedOut checkedOut -> Decision.unchanged();
            case NoShow noShow -> Decision.unchanged();
        };
    }

    static Decision<BookingEvent> notFound() {
        return Decision.refuse(ProblemCode.NOT_FOUND, "There is no such booking.");
    }

    static Decision<BookingEvent> conflict(String detail) {
        return Decision.refuse(ProblemCode.CONFLICT, detail);
    }

    /** Never seen by a caller: while a step is pending, the entity lets commands wait. */
    static Decision<BookingEvent> unsettled() {
        return Decision.refuse(ProblemCode.UNAVAILABLE, "The booking's rooms are not settled yet. Try again.");
    }

    private static Decision<BookingEvent> notArrived() {
        return conflict("Only a guest who has arrived can leave.");
    }

    private static Decision<BookingEvent> holdExpired() {
        return Decision.refuse(ProblemCode.HOLD_EXPIRED, "The hold has expired. Book again with a new id.");
    }
}
