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
import io.waymark.booking.Booking.RefusedChange;
import io.waymark.booking.Booking.Requested;
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
import io.waymark.events.booking.RoomStay;
import java.time.Instant;
import java.time.LocalDate;

/** What each event makes of a booking. An event that cannot follow means a corrupt journal, and the entity must stop. */
final class BookingLife {

    private BookingLife() {}

    static Booking after(Booking booking, BookingEvent event, Instant at) {
        return switch (event) {
            case BookingRequested e
            when booking instanceof None -> new Requested(Facts.of(e.details(), at), e.confirmation());
            case BookingRequested e -> throw impossible(booking, e);
            case BookingHeld e -> new Held(facts(booking, e).at(at), e.expiresAt());
            case ConfirmationRequested e -> new Confirming(facts(booking, e).at(at));
            case BookingConfirmed e -> new Confirmed(facts(booking, e).at(at));
            case BookingRefused e -> new Refused(facts(booking, e).at(at), e.refusal());
            case BookingExpired e -> new Expired(facts(booking, e).at(at), true);
            case ChangeRequested e -> new Changing(booking, facts(booking, e).at(at), e.changeId(), e.details());
            case BookingChanged e ->
                with(standing(booking, e), facts(booking, e).changed(e.changeId(), e.details(), at));
            case ChangeRefused e ->
                with(
                        standing(booking, e),
                        facts(booking, e).withRefusedChange(new RefusedChange(e.changeId(), e.refusal()), at));
            case BookingCancelled e -> new Cancelled(facts(booking, e).at(at), e.reason(), at, true);
            case GuestCheckedIn e ->
                new CheckedIn(facts(booking, e).arrived(e.assignedRoomTypeCode(), e.country(), at));
            case GuestCheckedOut e -> checkedOut(facts(booking, e).at(at), e.departedOn());
            case NoShowRecorded e -> noShow(facts(booking, e).at(at));
            case RoomsReleased e -> returned(booking, e, at);
        };
    }

    private static CheckedOut checkedOut(Facts facts, LocalDate departedOn) {
        boolean early = facts.details().rooms().stream().anyMatch(room -> departedOn.isBefore(room.departure()));
        return new CheckedOut(facts, departedOn, early);
    }

    private static NoShow noShow(Facts facts) {
        return new NoShow(
                facts, facts.details().rooms().stream().map(RoomStay::nights).anyMatch(nights -> nights.days() > 1));
    }

    private static Booking returned(Booking booking, RoomsReleased event, Instant at) {
        return switch (booking) {
            case Cancelled(Facts facts, var reason, Instant cancelledAt, boolean returning) ->
                new Cancelled(facts.at(at), reason, cancelledAt, false);
            case Expired(Facts facts, boolean returning) -> new Expired(facts.at(at), false);
            case CheckedOut(Facts facts, LocalDate departedOn, boolean returning) ->
                new CheckedOut(facts.at(at), departedOn, false);
            case NoShow(Facts facts, boolean returning) -> new NoShow(facts.at(at), false);
            case None none -> throw impossible(booking, event);
            case Requested requested -> throw impossible(booking, event);
            case Held held -> throw impossible(booking, event);
            case Confirming confirming -> throw impossible(booking, event);
            case Confirmed confirmed -> throw impossible(booking, event);
            case Changing changing -> throw impossible(booking, event);
            case Refused refused -> throw impossible(booking, event);
            case CheckedIn checkedIn -> throw impossible(booking, event);
        };
    }

    /** Confirmed or checked in: what a change is made of, and what it ends in. */
    private static Booking standing(Booking booking, BookingEvent event) {
        Booking standing = booking instanceof Changing changing ? changing.before() : booking;
        if (standing instanceof Confirmed || standing instanceof CheckedIn) {
            return standing;
        }
        throw impossible(booking, event);
    }

    private static Booking with(Booking standing, Facts facts) {
        return standing instanceof CheckedIn ? new CheckedIn(facts) : new Confirmed(facts);
    }

    private static Facts facts(Booking booking, BookingEvent event) {
        return booking.known().orElseThrow(() -> impossible(booking, event));
    }

    private static IllegalStateException impossible(Booking booking, BookingEvent event) {
        return new IllegalStateException(event + " cannot follow " + booking);
    }
}
