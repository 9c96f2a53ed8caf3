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
import io.waymark.booking.BookingCommand.RoomsObtained;
import io.waymark.booking.BookingCommand.RoomsRefused;
import io.waymark.booking.BookingCommand.RoomsReturned;
import io.waymark.booking.RoomRequests.Request;
import io.waymark.events.booking.BookingEvent.Confirmation;
import io.waymark.events.booking.BookingEvent.Refusal;
import io.waymark.events.booking.BookingEvent.RefusalReason;
import io.waymark.events.booking.RoomStay;
import io.waymark.events.inventory.RoomTypeEvent.ReleaseReason;
import io.waymark.inventory.Enforcement;
import io.waymark.inventory.RoomTypeCommand.AdoptChange;
import io.waymark.inventory.RoomTypeCommand.HoldRooms;
import io.waymark.inventory.RoomTypeCommand.ProposeChange;
import io.waymark.inventory.RoomTypeCommand.ReleaseRooms;
import io.waymark.inventory.RoomTypeCommand.SellRooms;
import io.waymark.inventory.RoomTypeCommand.ShortenStay;
import io.waymark.inventory.RoomTypeCommand.WithdrawChange;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Steps;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one booking owes the inventory. All of its rooms are had, or none is kept; a step that was interrupted anywhere
 * begins again and ends the same way, because every request is known by the booking and its line.
 */
final class RoomSteps implements Steps<Booking, BookingCommand> {

    private final String bookingId;
    private final RoomRequests requests;
    private final HoldTimes times;
    private final InstantSource clock;

    RoomSteps(String bookingId, RoomRequests requests, HoldTimes times, InstantSource clock) {
        this.bookingId = bookingId;
        this.requests = requests;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public boolean pending(Booking booking) {
        return booking.pending();
    }

    @Override
    public CompletionStage<BookingCommand> carryOut(Booking booking, Origin origin) {
        return switch (booking) {
            case Requested requested -> obtain(requested, origin);
            case Confirming confirming -> sellHeld(rooms(confirming.facts()), RoomSteps::holdExpired, origin);
            case Changing changing -> change(changing, origin);
            case Cancelled cancelled -> giveBack(cancelled.facts(), ReleaseReason.CANCELLED, origin);
            case Expired expired -> giveBack(expired.facts(), ReleaseReason.EXPIRED, origin);
            case CheckedOut checkedOut -> shorten(checkedOut.facts(), room -> checkedOut.departedOn(), origin);
            case NoShow noShow -> shorten(noShow.facts(), room -> room.arrival().plusDays(1), origin);
            case None none -> throw nothingPending(none);
            case Held held -> throw nothingPending(held);
            case Confirmed confirmed -> throw nothingPending(confirmed);
            case Refused refused -> throw nothingPending(refused);
            case CheckedIn checkedIn -> throw nothingPending(checkedIn);
        };
    }

    /** One room is sold in one go; several are held first, so that nobody sees a part of them sold. */
    private CompletionStage<BookingCommand> obtain(Requested requested, Origin origin) {
        List<RoomStay> rooms = rooms(requested.facts());
        Enforcement enforcement = Sales.enforcement(requested.facts().details());
        return requested.confirmation() == Confirmation.NOW && rooms.size() == 1
                ? sell(rooms, enforcement, origin)
                : hold(rooms, enforcement, requested.confirmation(), origin);
    }

    private CompletionStage<BookingCommand> sell(List<RoomStay> rooms, Enforcement enforcement, Origin origin) {
        return requests.all(all(rooms, room -> sell(room, enforcement)), origin)
                .thenApply(refusal ->
                        refusal.<BookingCommand>map(RoomsRefused::new).orElseGet(() -> new RoomsObtained(null)));
    }

    private CompletionStage<BookingCommand> hold(
            List<RoomStay> rooms, Enforcement enforcement, Confirmation confirmation, Origin origin) {
        Instant heldUntil = clock.instant().plus(times.hold());
        Instant deadline = heldUntil.plus(times.grace());
        return requests.all(all(rooms, room -> hold(room, deadline, enforcement)), origin)
                .thenCompose(refusal -> refusal.isPresent()
                        ? refuse(rooms, refusal.get(), origin)
                        : switch (confirmation) {
                            case NOW -> sellHeld(rooms, UnaryOperator.identity(), origin);
                            case LATER -> CompletableFuture.completedFuture(new RoomsObtained(heldUntil));
                        });
    }

    private CompletionStage<BookingCommand> sellHeld(
            List<RoomStay> rooms, UnaryOperator<Refusal> reason, Origin origin) {
        return requests.all(all(rooms, room -> sell(room, Enforcement.CAPACITY_ONLY)), origin)
                .thenCompose(refusal -> refusal.isPresent()
                        ? refuse(rooms, reason.apply(refusal.get()), origin)
                        : CompletableFuture.completedFuture(new RoomsObtained(null)));
    }

    private CompletionStage<BookingCommand> refuse(List<RoomStay> rooms, Refusal refusal, Origin origin) {
        return requests.all(all(rooms, room -> release(room, ReleaseReason.REFUSED)), origin)
                .thenApply(none -> new RoomsRefused(refusal));
    }

    private CompletionStage<BookingCommand> change(Changing changing, Origin origin) {
        ChangePlan plan = ChangePlan.between(changing.facts().details(), changing.wanted());
        Enforcement enforcement = Sales.enforcement(changing.wanted());
        List<Request> wanted = both(
                all(plan.moved(), room -> propose(room, enforcement)),
                all(plan.added(), room -> sell(room, enforcement)));
        return requests.all(wanted, origin)
                .thenCompose(
                        refusal -> refusal.isPresent() ? withdraw(plan, refusal.get(), origin) : adopt(plan, origin));
    }

    private CompletionStage<BookingCommand> adopt(ChangePlan plan, Origin origin) {
        return requests.all(
                        both(
                                all(plan.moved(), room -> new Request(room, new AdoptChange(holdId(room)))),
                                all(plan.dropped(), room -> release(room, ReleaseReason.CHANGED))),
                        origin)
                .thenApply(none -> new RoomsObtained(null));
    }

    private CompletionStage<BookingCommand> withdraw(ChangePlan plan, Refusal refusal, Origin origin) {
        return requests.all(
                        both(
                                all(plan.moved(), room -> new Request(room, new WithdrawChange(holdId(room)))),
                                all(plan.added(), room -> release(room, ReleaseReason.REFUSED))),
                        origin)
                .thenApply(none -> new RoomsRefused(refusal));
    }

    private CompletionStage<BookingCommand> giveBack(Facts facts, ReleaseReason reason, Origin origin) {
        return requests.all(all(rooms(facts), room -> release(room, reason)), origin)
                .thenApply(none -> new RoomsReturned());
    }

    private CompletionStage<BookingCommand> shorten(Facts facts, Function<RoomStay, LocalDate> lastDay, Origin origin) {
        List<RoomStay> longer = rooms(facts).stream()
                .filter(room -> lastDay.apply(room).isBefore(room.departure()))
                .toList();
        return requests.all(
                        all(longer, room -> new Request(room, new ShortenStay(holdId(room), lastDay.apply(room)))),
                        origin)
                .thenApply(none -> new RoomsReturned());
    }

    private Request hold(RoomStay room, Instant deadline, Enforcement enforcement) {
        return new Request(room, new HoldRooms(holdId(room), room.nights(), 1, deadline, enforcement));
    }

    private Request sell(RoomStay room, Enforcement enforcement) {
        return new Request(room, new SellRooms(holdId(room), room.nights(), 1, enforcement));
    }

    private Request propose(RoomStay room, Enforcement enforcement) {
        return new Request(room, new ProposeChange(holdId(room), room.nights(), 1, enforcement));
    }

    private Request release(RoomStay room, ReleaseReason reason) {
        return new Request(room, new ReleaseRooms(holdId(room), reason));
    }

    private String holdId(RoomStay room) {
        return bookingId + "/" + room.line();
    }

    private static List<RoomStay> rooms(Facts facts) {
        return ChangePlan.inOrder(facts.details().rooms());
    }

    private static List<Request> all(List<RoomStay> rooms, Function<RoomStay, Request> request) {
        return rooms.stream().map(request).toList();
    }

    private static List<Request> both(List<Request> some, List<Request> others) {
        List<Request> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    /** Rooms that were held and are gone were lost to time, whoever has them now. */
    private static Refusal holdExpired(Refusal refusal) {
        return new Refusal(RefusalReason.HOLD_EXPIRED, refusal.roomTypeCode(), refusal.date());
    }

    private static IllegalStateException nothingPending(@Nullable Booking booking) {
        return new IllegalStateException("nothing is pending of " + booking);
    }
}
