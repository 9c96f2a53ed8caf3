package io.waymark.inventory;

import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.ReleaseReason;
import io.waymark.kernel.DateRange;
import io.waymark.runtime.entity.ClusterMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What can be asked of a room type. A hold is known by its id, {@code bkg_…/line}, so every command can be repeated.
 */
public sealed interface RoomTypeCommand extends ClusterMessage {

    /** Describe the room type, for the first time or anew. */
    record OpenRoomType(String propertyId, String propertyCode, String code, String name, int maxGuests)
            implements RoomTypeCommand {}

    /** Set capacity or restrictions; all changes or none, the later one winning where two meet. */
    record ChangeCalendar(List<CalendarChange> changes) implements RoomTypeCommand {
        public ChangeCalendar {
            changes = List.copyOf(changes);
        }
    }

    /** Keep rooms until the deadline. */
    record HoldRooms(String holdId, DateRange nights, int rooms, Instant expiresAt, Enforcement enforcement)
            implements RoomTypeCommand {}

    /** Sell rooms: those that are on hold under this id, or new ones. */
    record SellRooms(String holdId, DateRange nights, int rooms, Enforcement enforcement) implements RoomTypeCommand {}

    /** Make a sale of a hold whose deadline has not passed. */
    record ConfirmHold(String holdId) implements RoomTypeCommand {}

    /** Move the deadline of a hold that has not passed; never to an earlier one. */
    record ExtendHold(String holdId, Instant expiresAt) implements RoomTypeCommand {}

    /** Give the rooms of a hold or sale back. */
    record ReleaseRooms(String holdId, ReleaseReason reason) implements RoomTypeCommand {}

    /** Keep other nights or rooms beside those of a sale, until the change is adopted or withdrawn. */
    record ProposeChange(String holdId, DateRange nights, int rooms, Enforcement enforcement)
            implements RoomTypeCommand {}

    /** Make the proposed nights and rooms the sale's own, and give the others back. */
    record AdoptChange(String holdId) implements RoomTypeCommand {}

    /** Give the proposed nights and rooms back. */
    record WithdrawChange(String holdId) implements RoomTypeCommand {}

    /** End a sale's stay on this day; the nights from it on are free again. */
    record ShortenStay(String holdId, LocalDate to) implements RoomTypeCommand {}
}
