package io.waymark.inventory;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.events.inventory.RoomTypeEvent.ChangeAdopted;
import io.waymark.events.inventory.RoomTypeEvent.ChangeHeld;
import io.waymark.events.inventory.RoomTypeEvent.ChangeWithdrawn;
import io.waymark.events.inventory.RoomTypeEvent.HoldConfirmed;
import io.waymark.events.inventory.RoomTypeEvent.HoldExtended;
import io.waymark.events.inventory.RoomTypeEvent.RoomTypeOpened;
import io.waymark.events.inventory.RoomTypeEvent.RoomsHeld;
import io.waymark.events.inventory.RoomTypeEvent.RoomsReleased;
import io.waymark.events.inventory.RoomTypeEvent.RoomsSold;
import io.waymark.events.inventory.RoomTypeEvent.StayShortened;
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
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.Rules;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a room type does with its dates: nothing that is accepted ever takes more than capacity and allowance.
 *
 * <p>Held, proposed and sold rooms all occupy. The deadline of a hold decides, not a sweep: an expired hold that stands
 * in the way is released together with the command that it would have blocked.
 */
public final class RoomTypeRules implements Rules<RoomType, RoomTypeCommand, RoomTypeEvent> {

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
            case ChangeCalendar change -> CalendarRules.change(roomType, change, now);
            case HoldRooms hold -> HoldRules.hold(roomType, hold, now);
            case SellRooms sell -> HoldRules.sell(roomType, sell, now);
            case ConfirmHold confirm -> HoldRules.confirm(roomType, confirm, now);
            case ExtendHold extend -> HoldRules.extend(roomType, extend, now);
            case ReleaseRooms release -> HoldRules.release(roomType, release);
            case ProposeChange propose -> ChangeRules.propose(roomType, propose, now);
            case AdoptChange adopt -> ChangeRules.adopt(roomType, adopt);
            case WithdrawChange withdraw -> ChangeRules.withdraw(roomType, withdraw);
            case ShortenStay shorten -> ChangeRules.shorten(roomType, shorten);
        };
    }

    @Override
    public RoomType evolve(RoomType roomType, RoomTypeEvent event, Instant occurredAt) {
        return switch (roomType) {
            case Unopened unopened
            when event instanceof RoomTypeOpened first ->
                new Opened(description(first), Calendar.EMPTY, Allocations.NONE);
            case Unopened unopened -> throw impossible(event, roomType);
            case Opened opened -> evolveOpened(opened, event);
        };
    }

    static Opened evolveOpened(Opened roomType, RoomTypeEvent event) {
        return switch (event) {
            case RoomTypeOpened e -> roomType.described(description(e));
            case CalendarChanged e -> roomType.with(roomType.calendar().changed(e.changes()));
            case RoomsHeld e -> exchanged(roomType, e.holdId(), e);
            case RoomsSold e -> exchanged(roomType, e.holdId(), e);
            case HoldConfirmed e -> exchanged(roomType, e.holdId(), e);
            case HoldExtended e -> exchanged(roomType, e.holdId(), e);
            case RoomsReleased e -> exchanged(roomType, e.holdId(), e);
            case ChangeHeld e -> exchanged(roomType, e.holdId(), e);
            case ChangeAdopted e -> exchanged(roomType, e.holdId(), e);
            case ChangeWithdrawn e -> exchanged(roomType, e.holdId(), e);
            case StayShortened e -> exchanged(roomType, e.holdId(), e);
        };
    }

    private static Opened exchanged(Opened roomType, String holdId, RoomTypeEvent event) {
        @Nullable Allocation after = AllocationLife.after(roomType.find(holdId), event);
        return after == null ? roomType.without(holdId) : roomType.with(holdId, after);
    }

    private static Decision<RoomTypeEvent> describe(Opened roomType, OpenRoomType open) {
        RoomTypeOpened event = opened(open);
        return description(event).equals(roomType.description()) ? Decision.unchanged() : Decision.accept(event);
    }

    static Decision<RoomTypeEvent> refuse(Shortage shortage) {
        return new Decision.Refuse<>(shortage.problem());
    }

    private static RoomTypeOpened opened(OpenRoomType open) {
        return new RoomTypeOpened(open.propertyId(), open.propertyCode(), open.code(), open.name(), open.maxGuests());
    }

    private static Description description(RoomTypeOpened event) {
        return new Description(event.propertyId(), event.propertyCode(), event.code(), event.name(), event.maxGuests());
    }

    private static IllegalStateException impossible(RoomTypeEvent event, RoomType roomType) {
        return new IllegalStateException(event + " cannot follow " + roomType);
    }
}
