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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each event makes of the one allocation that it is about; entity and read model agree because both ask here. */
public final class AllocationLife {

    private AllocationLife() {}

    /** The hold that the event is about; empty for events about the room type itself. */
    public static Optional<String> holdId(RoomTypeEvent event) {
        return switch (event) {
            case RoomTypeOpened e -> Optional.empty();
            case CalendarChanged e -> Optional.empty();
            case RoomsHeld e -> Optional.of(e.holdId());
            case RoomsSold e -> Optional.of(e.holdId());
            case HoldConfirmed e -> Optional.of(e.holdId());
            case HoldExtended e -> Optional.of(e.holdId());
            case RoomsReleased e -> Optional.of(e.holdId());
            case ChangeHeld e -> Optional.of(e.holdId());
            case ChangeAdopted e -> Optional.of(e.holdId());
            case ChangeWithdrawn e -> Optional.of(e.holdId());
            case StayShortened e -> Optional.of(e.holdId());
        };
    }

    /** The allocation after the event; null where none is left. */
    public static @Nullable Allocation after(@Nullable Allocation before, RoomTypeEvent event) {
        return switch (event) {
            case RoomTypeOpened e -> before;
            case CalendarChanged e -> before;
            case RoomsHeld e -> Allocation.held(e.nights(), e.rooms(), e.expiresAt());
            case RoomsSold e -> Allocation.sold(e.nights(), e.rooms());
            case HoldConfirmed e -> known(before, e).confirmed();
            case HoldExtended e -> known(before, e).until(e.expiresAt());
            case RoomsReleased e -> null;
            case ChangeHeld e -> known(before, e).proposing(e.nights(), e.rooms());
            case ChangeAdopted e -> known(before, e).adopted();
            case ChangeWithdrawn e -> known(before, e).withdrawn();
            case StayShortened e -> known(before, e).shortened(e.to());
        };
    }

    private static Allocation known(@Nullable Allocation allocation, RoomTypeEvent event) {
        if (allocation == null) {
            throw new IllegalStateException(event + " is about rooms that nobody has");
        }
        return allocation;
    }
}
