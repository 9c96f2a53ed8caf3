package io.waymark.inventory;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.HoldConfirmed;
import io.waymark.events.inventory.RoomTypeEvent.HoldExtended;
import io.waymark.events.inventory.RoomTypeEvent.RoomsHeld;
import io.waymark.events.inventory.RoomTypeEvent.RoomsReleased;
import io.waymark.events.inventory.RoomTypeEvent.RoomsSold;
import io.waymark.inventory.RoomType.Opened;
import io.waymark.inventory.RoomTypeCommand.ConfirmHold;
import io.waymark.inventory.RoomTypeCommand.ExtendHold;
import io.waymark.inventory.RoomTypeCommand.HoldRooms;
import io.waymark.inventory.RoomTypeCommand.ReleaseRooms;
import io.waymark.inventory.RoomTypeCommand.SellRooms;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How rooms are taken and given back. */
final class HoldRules {

    private HoldRules() {}

    static Decision<RoomTypeEvent> hold(Opened roomType, HoldRooms hold, Instant now) {
        if (Limits.exceededBy(hold.nights(), hold.rooms())) {
            return Limits.refuseStay();
        }
        Cleared cleared = Cleared.of(roomType, hold.nights(), hold.holdId(), now);
        @Nullable Allocation existing = cleared.roomType().find(hold.holdId());
        if (existing != null) {
            return existing.takes(hold.nights(), hold.rooms()) ? Decision.unchanged() : otherContent(hold.holdId());
        }
        return cleared.acceptIfFree(
                null,
                Allocation.held(hold.nights(), hold.rooms(), hold.expiresAt()),
                hold.nights(),
                hold.enforcement(),
                new RoomsHeld(hold.holdId(), hold.nights(), hold.rooms(), hold.expiresAt()));
    }

    static Decision<RoomTypeEvent> sell(Opened roomType, SellRooms sell, Instant now) {
        if (Limits.exceededBy(sell.nights(), sell.rooms())) {
            return Limits.refuseStay();
        }
        @Nullable Allocation existing = roomType.find(sell.holdId());
        if (existing != null) {
            return sellHeld(existing, sell);
        }
        return Cleared.of(roomType, sell.nights(), now)
                .acceptIfFree(
                        null,
                        Allocation.sold(sell.nights(), sell.rooms()),
                        sell.nights(),
                        sell.enforcement(),
                        new RoomsSold(sell.holdId(), sell.nights(), sell.rooms()));
    }

    /** Even past its deadline: as long as nobody needed the rooms, they still are this hold's. */
    private static Decision<RoomTypeEvent> sellHeld(Allocation existing, SellRooms sell) {
        if (!existing.takes(sell.nights(), sell.rooms())) {
            return otherContent(sell.holdId());
        }
        return existing.isSold() ? Decision.unchanged() : Decision.accept(new HoldConfirmed(sell.holdId()));
    }

    static Decision<RoomTypeEvent> confirm(Opened roomType, ConfirmHold confirm, Instant now) {
        @Nullable Allocation hold = roomType.find(confirm.holdId());
        if (hold == null || hold.expired(now)) {
            return holdExpired();
        }
        return hold.isSold() ? Decision.unchanged() : Decision.accept(new HoldConfirmed(confirm.holdId()));
    }

    static Decision<RoomTypeEvent> extend(Opened roomType, ExtendHold extend, Instant now) {
        @Nullable Allocation hold = roomType.find(extend.holdId());
        if (hold == null || hold.expired(now)) {
            return holdExpired();
        }
        @Nullable Instant deadline = hold.expiresAt();
        return deadline == null || !extend.expiresAt().isAfter(deadline)
                ? Decision.unchanged()
                : Decision.accept(new HoldExtended(extend.holdId(), extend.expiresAt()));
    }

    static Decision<RoomTypeEvent> release(Opened roomType, ReleaseRooms release) {
        return roomType.find(release.holdId()) == null
                ? Decision.unchanged()
                : Decision.accept(new RoomsReleased(release.holdId(), release.reason()));
    }

    private static Decision<RoomTypeEvent> otherContent(String holdId) {
        return Decision.refuse(ProblemCode.CONFLICT, holdId + " already has other nights or rooms.");
    }

    private static Decision<RoomTypeEvent> holdExpired() {
        return Decision.refuse(ProblemCode.HOLD_EXPIRED, "The rooms are no longer held.");
    }
}
