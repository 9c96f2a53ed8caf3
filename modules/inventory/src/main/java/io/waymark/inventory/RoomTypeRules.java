package io.waymark.inventory;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.events.inventory.RoomTypeEvent.ChangeAdopted;
import io.waymark.events.inventory.RoomTypeEvent.ChangeHeld;
import io.waymark.events.inventory.RoomTypeEvent.ChangeWithdrawn;
import io.waymark.events.inventory.RoomTypeEvent.HoldConfirmed;
import io.waymark.events.inventory.RoomTypeEvent.HoldExtended;
import io.waymark.events.inventory.RoomTypeEvent.ReleaseReason;
import io.waymark.events.inventory.RoomTypeEvent.RoomTypeOpened;
import io.waymark.events.inventory.RoomTypeEvent.RoomsHeld;
import io.waymark.events.inventory.RoomTypeEvent.RoomsReleased;
import io.waymark.events.inventory.RoomTypeEvent.RoomsSold;
import io.waymark.events.inventory.RoomTypeEvent.StayShortened;
import io.waymark.inventory.Allocation.Proposal;
import io.waymark.inventory.RoomType.Description;
import io.waymark.inventory.RoomType.Opened;
import io.waymark.inventory.RoomType.Unopened;
import io.waymark.inventory.RoomTypeCommand.AdoptChange;
import io.waymark.inventory.RoomTypeCommand.ChangeCalendar;
import io.waymark.inventory.RoomTypeCommand.ConfirmHold;
import io.waymark.inventory.RoomTypeCommand.ExtendHold;
import io.waymark.inventory.RoomTypeCommand.HoldRooms;
import io.waymark.inventory.RoomTypeCommand.OpenRoomType;
import io.waymark.inventory.RoomTypeCommand.ProposeChange;
import io.waymark.inventory.RoomTypeCommand.ReleaseRooms;
import io.waymark.inventory.RoomTypeCommand.SellRooms;
import io.waymark.inventory.RoomTypeCommand.ShortenStay;
import io.waymark.inventory.RoomTypeCommand.WithdrawChange;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a room type does with its dates: nothing that is accepted ever takes more than capacity and allowance.
 *
 * <p>Held, proposed and sold rooms all occupy. The deadline of a hold decides, not a sweep: an expired hold that stands
 * in the way is released together with the command that it would have blocked.
 */
public final class RoomTypeRules implements Rules<RoomType, RoomTypeCommand, RoomTypeEvent> {

    /** Three years: longer stays and calendar changes are mistakes. */
    static final long DAYS_LIMIT = 1_100;

    /** Rooms of one hold, and of one date. */
    static final int ROOMS_LIMIT = 100_000;

    @Override
    public RoomType empty() {
        return new Unopened();
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("inventory", "1");
    }

    /** A room type is too large to travel with every answer: callers get its description only. */
    @Override
    public RoomType answered(RoomType roomType) {
        return switch (roomType) {
            case Unopened unopened -> unopened;
            case Opened opened -> new Opened(opened.description(), Calendar.EMPTY, Allocations.NONE);
        };
    }

    @Override
    public Decision<RoomTypeEvent> decide(RoomType roomType, RoomTypeCommand command, Moment moment) {
        return switch (roomType) {
            case Unopened unopened -> decideUnopened(command);
            case Opened opened -> decideOpened(opened, command, moment.now());
        };
    }

    private static Decision<RoomTypeEvent> decideUnopened(RoomTypeCommand command) {
        return switch (command) {
            case OpenRoomType open -> Decision.accept(opened(open));
            // Whoever takes back what was never given has what they want.
            case ReleaseRooms release -> Decision.unchanged();
            case ChangeCalendar change -> refuse(Shortage.unknownRoomType());
            case HoldRooms hold -> refuse(Shortage.unknownRoomType());
            case SellRooms sell -> refuse(Shortage.unknownRoomType());
            case ConfirmHold confirm -> refuse(Shortage.unknownRoomType());
            case ExtendHold extend -> refuse(Shortage.unknownRoomType());
            case ProposeChange propose -> refuse(Shortage.unknownRoomType());
            case AdoptChange adopt -> refuse(Shortage.unknownRoomType());
            case WithdrawChange withdraw -> refuse(Shortage.unknownRoomType());
            case ShortenStay shorten -> refuse(Shortage.unknownRoomType());
        };
    }

    private static Decision<RoomTypeEvent> decideOpened(Opened roomType, RoomTypeCommand command, Instant now) {
        return switch (command) {
            case OpenRoomType open -> describe(roomType, open);
            case ChangeCalendar change -> change(roomType, change, now);
            case HoldRooms hold -> hold(roomType, hold, now);
            case SellRooms sell -> sell(roomType, sell, now);
            case ConfirmHold confirm -> confirm(roomType, confirm, now);
            case ExtendHold extend -> extend(roomType, extend, now);
            case ReleaseRooms release -> release(roomType, release);
            case ProposeChange propose -> propose(roomType, propose, now);
            case AdoptChange adopt -> adopt(roomType, adopt);
            case WithdrawChange withdraw -> withdraw(roomType, withdraw);
            case ShortenStay shorten -> shorten(roomType, shorten);
        };
    }

    @Override
    public RoomType evolve(RoomType roomType, RoomTypeEvent event) {
        return switch (roomType) {
            case Unopened unopened
            when event instanceof RoomTypeOpened first ->
                new Opened(description(first), Calendar.EMPTY, Allocations.NONE);
            case Unopened unopened -> throw impossible(event, roomType);
            case Opened opened -> evolveOpened(opened, event);
        };
    }

    private static Opened evolveOpened(Opened roomType, RoomTypeEvent event) {
        return switch (event) {
            case RoomTypeOpened e -> roomType.described(description(e));
            case CalendarChanged e -> roomType.with(roomType.calendar().changed(e.changes()));
            case RoomsHeld e -> roomType.with(e.holdId(), Allocation.held(e.nights(), e.rooms(), e.expiresAt()));
            case RoomsSold e -> roomType.with(e.holdId(), Allocation.sold(e.nights(), e.rooms()));
            case HoldConfirmed e ->
                roomType.with(e.holdId(), known(roomType, e.holdId(), e).confirmed());
            case HoldExtended e ->
                roomType.with(e.holdId(), known(roomType, e.holdId(), e).until(e.expiresAt()));
            case RoomsReleased e -> roomType.without(e.holdId());
            case ChangeHeld e ->
                roomType.with(e.holdId(), known(roomType, e.holdId(), e).proposing(e.nights(), e.rooms()));
            case ChangeAdopted e ->
                roomType.with(e.holdId(), known(roomType, e.holdId(), e).adopted());
            case ChangeWithdrawn e ->
                roomType.with(e.holdId(), known(roomType, e.holdId(), e).withdrawn());
            case StayShortened e ->
                roomType.with(e.holdId(), known(roomType, e.holdId(), e).shortened(e.to()));
        };
    }

    private static Decision<RoomTypeEvent> describe(Opened roomType, OpenRoomType open) {
        RoomTypeOpened event = opened(open);
        return description(event).equals(roomType.description()) ? Decision.unchanged() : Decision.accept(event);
    }

    private static Decision<RoomTypeEvent> change(Opened roomType, ChangeCalendar change, Instant now) {
        if (change.changes().isEmpty() || !change.changes().stream().allMatch(RoomTypeRules::plausible)) {
            return Decision.refuse(
                    ProblemCode.INVALID,
                    "A calendar change names 1 to " + DAYS_LIMIT + " dates and values of 0 to " + ROOMS_LIMIT + ".");
        }
        CalendarChanged event = new CalendarChanged(change.changes());
        if (roomType.calendar().changed(event.changes()).equals(roomType.calendar())) {
            return Decision.unchanged();
        }
        DateRange dates = change.changes().stream()
                .map(CalendarChange::dates)
                .reduce(Allocation::union)
                .orElseThrow();
        Cleared cleared = Cleared.of(roomType, dates, now);
        Calendar changed = cleared.roomType().calendar().changed(event.changes());
        return changed.firstOversold(dates)
                .map(date -> belowOccupied(date, changed.on(date)))
                .orElseGet(() -> cleared.accept(event));
    }

    private static Decision<RoomTypeEvent> hold(Opened roomType, HoldRooms hold, Instant now) {
        if (implausible(hold.nights(), hold.rooms())) {
            return implausibleStay();
        }
        Cleared cleared = Cleared.of(roomType, hold.nights(), hold.holdId(), now);
        @Nullable Allocation existing = cleared.roomType().find(hold.holdId());
        if (existing != null) {
            return existing.takes(hold.nights(), hold.rooms()) ? Decision.unchanged() : otherContent(hold.holdId());
        }
        Allocation wanted = Allocation.held(hold.nights(), hold.rooms(), hold.expiresAt());
        return shortage(cleared.roomType(), null, wanted, hold.nights(), hold.enforcement())
                .map(RoomTypeRules::refuse)
                .orElseGet(() ->
                        cleared.accept(new RoomsHeld(hold.holdId(), hold.nights(), hold.rooms(), hold.expiresAt())));
    }

    private static Decision<RoomTypeEvent> sell(Opened roomType, SellRooms sell, Instant now) {
        if (implausible(sell.nights(), sell.rooms())) {
            return implausibleStay();
        }
        @Nullable Allocation existing = roomType.find(sell.holdId());
        if (existing != null) {
            if (!existing.takes(sell.nights(), sell.rooms())) {
                return otherContent(sell.holdId());
            }
            // Even past its deadline: as long as nobody needed the rooms, they still are this hold's.
            return existing.isSold() ? Decision.unchanged() : Decision.accept(new HoldConfirmed(sell.holdId()));
        }
        Cleared cleared = Cleared.of(roomType, sell.nights(), now);
        Allocation wanted = Allocation.sold(sell.nights(), sell.rooms());
        return shortage(cleared.roomType(), null, wanted, sell.nights(), sell.enforcement())
                .map(RoomTypeRules::refuse)
                .orElseGet(() -> cleared.accept(new RoomsSold(sell.holdId(), sell.nights(), sell.rooms())));
    }

    private static Decision<RoomTypeEvent> confirm(Opened roomType, ConfirmHold confirm, Instant now) {
        @Nullable Allocation hold = roomType.find(confirm.holdId());
        if (hold == null || hold.expired(now)) {
            return holdExpired();
        }
        return hold.isSold() ? Decision.unchanged() : Decision.accept(new HoldConfirmed(confirm.holdId()));
    }

    private static Decision<RoomTypeEvent> extend(Opened roomType, ExtendHold extend, Instant now) {
        @Nullable Allocation hold = roomType.find(extend.holdId());
        if (hold == null || hold.expired(now)) {
            return holdExpired();
        }
        @Nullable Instant deadline = hold.expiresAt();
        return deadline == null || !extend.expiresAt().isAfter(deadline)
                ? Decision.unchanged()
                : Decision.accept(new HoldExtended(extend.holdId(), extend.expiresAt()));
    }

    private static Decision<RoomTypeEvent> release(Opened roomType, ReleaseRooms release) {
        return roomType.find(release.holdId()) == null
                ? Decision.unchanged()
                : Decision.accept(new RoomsReleased(release.holdId(), release.reason()));
    }

    private static Decision<RoomTypeEvent> propose(Opened roomType, ProposeChange propose, Instant now) {
        if (implausible(propose.nights(), propose.rooms())) {
            return implausibleStay();
        }
        @Nullable Allocation sale = roomType.find(propose.holdId());
        if (sale == null || !sale.isSold()) {
            return noSale(propose.holdId());
        }
        @Nullable Proposal proposed = sale.proposed();
        if (proposed != null) {
            boolean same = proposed.equals(new Proposal(propose.nights(), propose.rooms()));
            return same ? Decision.unchanged() : changePending(propose.holdId());
        }
        if (sale.takes(propose.nights(), propose.rooms())) {
            return Decision.unchanged();
        }
        Cleared cleared = Cleared.of(roomType, propose.nights(), now);
        Allocation wanted = sale.proposing(propose.nights(), propose.rooms());
        return shortage(cleared.roomType(), sale, wanted, propose.nights(), propose.enforcement())
                .map(RoomTypeRules::refuse)
                .orElseGet(() -> cleared.accept(new ChangeHeld(propose.holdId(), propose.nights(), propose.rooms())));
    }

    private static Decision<RoomTypeEvent> adopt(Opened roomType, AdoptChange adopt) {
        @Nullable Allocation sale = roomType.find(adopt.holdId());
        if (sale == null) {
            return noSale(adopt.holdId());
        }
        return sale.proposed() == null ? Decision.unchanged() : Decision.accept(new ChangeAdopted(adopt.holdId()));
    }

    private static Decision<RoomTypeEvent> withdraw(Opened roomType, WithdrawChange withdraw) {
        @Nullable Allocation sale = roomType.find(withdraw.holdId());
        return sale == null || sale.proposed() == null
                ? Decision.unchanged()
                : Decision.accept(new ChangeWithdrawn(withdraw.holdId()));
    }

    private static Decision<RoomTypeEvent> shorten(Opened roomType, ShortenStay shorten) {
        @Nullable Allocation sale = roomType.find(shorten.holdId());
        if (sale == null || !sale.isSold()) {
            return noSale(shorten.holdId());
        }
        if (sale.proposed() != null) {
            return changePending(shorten.holdId());
        }
        LocalDate from = sale.nights().from();
        LocalDate to = shorten.to().isBefore(from) ? from : shorten.to();
        return to.isBefore(sale.nights().to())
                ? Decision.accept(new StayShortened(shorten.holdId(), to))
                : Decision.unchanged();
    }

    private static Optional<Shortage> shortage(
            Opened roomType, @Nullable Allocation before, Allocation after, DateRange nights, Enforcement enforcement) {
        Optional<Shortage> restricted = switch (enforcement) {
            case ENFORCE ->
                Restrictions.forbidding(roomType.calendar(), before == null ? null : before.nights(), nights);
            case CAPACITY_ONLY -> Optional.empty();
        };
        return restricted.or(() ->
                roomType.calendar().firstShort(before, after).map(date -> Shortage.on(Shortage.Reason.SOLD_OUT, date)));
    }

    /** A room type without the expired holds that stood in the way, and the events that released them. */
    private record Cleared(Opened roomType, List<RoomTypeEvent> released) {

        static Cleared of(Opened roomType, DateRange dates, Instant now) {
            return of(roomType, dates, "", now);
        }

        /** Also without the expired hold of this id, wherever its nights are. */
        static Cleared of(Opened roomType, DateRange dates, String holdId, Instant now) {
            Opened cleared = roomType;
            List<RoomTypeEvent> released = new ArrayList<>();
            for (String expired : roomType.allocations().expired(now)) {
                @Nullable Allocation hold = roomType.find(expired);
                if (hold != null && (expired.equals(holdId) || meet(hold.nights(), dates))) {
                    RoomsReleased event = new RoomsReleased(expired, ReleaseReason.EXPIRED);
                    released.add(event);
                    cleared = evolveOpened(cleared, event);
                }
            }
            return new Cleared(cleared, List.copyOf(released));
        }

        Decision<RoomTypeEvent> accept(RoomTypeEvent event) {
            List<RoomTypeEvent> events = new ArrayList<>(released);
            events.add(event);
            return Decision.accept(events);
        }

        private static boolean meet(DateRange one, DateRange other) {
            return one.from().isBefore(other.to()) && other.from().isBefore(one.to());
        }
    }

    private static boolean plausible(CalendarChange change) {
        long days = change.dates().days();
        return days > 0
                && days <= DAYS_LIMIT
                && plausible(change.capacity())
                && plausible(change.allowance())
                && plausible(change.minStay());
    }

    private static boolean plausible(@Nullable Integer value) {
        return value == null || (value >= 0 && value <= ROOMS_LIMIT);
    }

    private static boolean implausible(DateRange nights, int rooms) {
        return nights.days() > DAYS_LIMIT || rooms < 1 || rooms > ROOMS_LIMIT;
    }

    private static Decision<RoomTypeEvent> refuse(Shortage shortage) {
        Problem problem = shortage.problem();
        return new Decision.Refuse<>(problem);
    }

    private static Decision<RoomTypeEvent> implausibleStay() {
        return Decision.refuse(
                ProblemCode.INVALID,
                "A stay has at most " + DAYS_LIMIT + " nights and 1 to " + ROOMS_LIMIT + " rooms.");
    }

    private static Decision<RoomTypeEvent> otherContent(String holdId) {
        return Decision.refuse(ProblemCode.CONFLICT, holdId + " already has other nights or rooms.");
    }

    private static Decision<RoomTypeEvent> holdExpired() {
        return Decision.refuse(ProblemCode.HOLD_EXPIRED, "The rooms are no longer held.");
    }

    private static Decision<RoomTypeEvent> noSale(String holdId) {
        return Decision.refuse(ProblemCode.NOT_FOUND, "No rooms are sold as " + holdId + ".");
    }

    private static Decision<RoomTypeEvent> changePending(String holdId) {
        return Decision.refuse(
                ProblemCode.CONFLICT, "Another change of " + holdId + " is neither adopted nor withdrawn yet.");
    }

    private static Decision<RoomTypeEvent> belowOccupied(LocalDate date, Day day) {
        return Decision.refuse(
                ProblemCode.CONFLICT,
                "On " + date + " " + day.occupied() + " rooms are taken, but only " + (day.capacity() + day.allowance())
                        + " would be allowed. Raise the allowance, or move guests first.");
    }

    private static RoomTypeOpened opened(OpenRoomType open) {
        return new RoomTypeOpened(open.propertyId(), open.propertyCode(), open.code(), open.name(), open.maxGuests());
    }

    private static Description description(RoomTypeOpened event) {
        return new Description(event.propertyId(), event.propertyCode(), event.code(), event.name(), event.maxGuests());
    }

    private static Allocation known(Opened roomType, String holdId, RoomTypeEvent event) {
        @Nullable Allocation allocation = roomType.find(holdId);
        if (allocation == null) {
            throw impossible(event, roomType);
        }
        return allocation;
    }

    private static IllegalStateException impossible(RoomTypeEvent event, RoomType roomType) {
        return new IllegalStateException(event + " cannot follow " + roomType);
    }
}
