package io.waymark.events.inventory;

import io.waymark.events.Event;
import io.waymark.events.EventName;
import io.waymark.kernel.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to one room type of one property: the only writer of its dates. */
public sealed interface RoomTypeEvent extends Event {

    /** The room type exists and belongs to a property; a later description replaces the one before. */
    @EventName("inventory.room-type-opened.v1")
    record RoomTypeOpened(String propertyId, String propertyCode, String code, String name, int maxGuests)
            implements RoomTypeEvent {}

    /** Capacity or restrictions of some dates were set. */
    @EventName("inventory.calendar-changed.v1")
    record CalendarChanged(List<CalendarChange> changes) implements RoomTypeEvent {

        public CalendarChanged {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Rooms are kept for a booking until the deadline.
     *
     * @param holdId the booking and its line, {@code bkg_…/1}
     */
    @EventName("inventory.rooms-held.v1")
    record RoomsHeld(String holdId, DateRange nights, int rooms, Instant expiresAt) implements RoomTypeEvent {}

    /** Rooms were sold at once, without a hold before. */
    @EventName("inventory.rooms-sold.v1")
    record RoomsSold(String holdId, DateRange nights, int rooms) implements RoomTypeEvent {}

    /** A hold became a sale. */
    @EventName("inventory.hold-confirmed.v1")
    record HoldConfirmed(String holdId) implements RoomTypeEvent {}

    /** The deadline of a hold was moved, because payment has begun. */
    @EventName("inventory.hold-extended.v1")
    record HoldExtended(String holdId, Instant expiresAt) implements RoomTypeEvent {}

    /** A hold or sale ended and its rooms are free again. */
    @EventName("inventory.rooms-released.v1")
    record RoomsReleased(String holdId, ReleaseReason reason) implements RoomTypeEvent {}

    /** Other nights are kept for a sale beside its own, until the change is adopted or withdrawn. */
    @EventName("inventory.change-held.v1")
    record ChangeHeld(String holdId, DateRange nights, int rooms) implements RoomTypeEvent {}

    /** The nights that were kept for a change are now the sale's own. */
    @EventName("inventory.change-adopted.v1")
    record ChangeAdopted(String holdId) implements RoomTypeEvent {}

    /** The nights that were kept for a change are free again; the sale stands as it was. */
    @EventName("inventory.change-withdrawn.v1")
    record ChangeWithdrawn(String holdId) implements RoomTypeEvent {}

    /** The stay ends earlier than sold; the nights from {@code to} on are free again. */
    @EventName("inventory.stay-shortened.v1")
    record StayShortened(String holdId, LocalDate to) implements RoomTypeEvent {}

    /** Why rooms were released. */
    enum ReleaseReason {
        EXPIRED,
        CANCELLED,
        CHANGED,
        REFUSED
    }

    /**
     * New values for a range of dates; what is null stays as it was.
     *
     * @param capacity rooms that physically can be sold
     * @param allowance rooms that may be sold beyond capacity, an explicit decision
     * @param closed whether nothing may be sold
     * @param minStay fewest nights of a stay that arrives on the date; 0 lifts the limit
     */
    record CalendarChange(
            DateRange dates,
            @Nullable Integer capacity,
            @Nullable Integer allowance,
            @Nullable Boolean closed,
            @Nullable Integer minStay,
            @Nullable Boolean closedToArrival,
            @Nullable Boolean closedToDeparture) {}
}
