package io.waymark.channels.alpinebits.inventory;

import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.inventory.GuestRoom.TypeRoom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The standard's rules for Inventory/Basic: categories and their rooms, nothing about the house. Pure. */
public final class InventoryRules {

    private InventoryRules() {}

    /** Everything that is wrong with the message; empty where it can be carried out. */
    public static List<Violation> violations(HotelContent content) {
        List<Violation> found = new ArrayList<>(content.hotel().violations());
        content.description()
                .forEach(part -> found.add(Violation.value(
                        part.name() + " belongs to Inventory/HotelInfo and is not allowed in Inventory/Basic")));
        @Nullable List<GuestRoom> rooms = content.guestRooms();
        if (rooms == null) {
            found.add(Violation.missing("Inventory/Basic needs FacilityInfo with GuestRooms"));
            return found;
        }
        Set<String> categories = new HashSet<>();
        Set<String> roomIds = new HashSet<>();
        for (GuestRoom room : rooms) {
            if (categories.add(room.code())) {
                CategoryRules.check(room, found);
            } else {
                following(room, roomIds, found);
            }
        }
        return List.copyOf(found);
    }

    /** A room of a category that stands before it: it has a number and nothing that its category already says. */
    private static void following(GuestRoom room, Set<String> roomIds, List<Violation> found) {
        String what = "a room of category " + room.code();
        @Nullable TypeRoom type = room.type();
        @Nullable String id = type == null ? null : type.roomId();
        if (id == null) {
            found.add(new Violation(OtaError.REQUIRED_FIELD_MISSING, what + " needs a RoomID"));
        } else if (!roomIds.add(id)) {
            found.add(Violation.value(what + ": the RoomID " + id + " is in the message more than once"));
        }
        if (room.minOccupancy() != null || room.maxOccupancy() != null || room.maxChildOccupancy() != null) {
            found.add(Violation.value(what + " has an occupancy, which only the category has"));
        }
        if (type != null && describesCategory(type)) {
            found.add(Violation.value(what
                    + " has StandardOccupancy, RoomClassificationCode, RoomType or Size, which only the category has"));
        }
        if (room.amenities() != null || room.media() != null || room.formerCode() != null) {
            found.add(Violation.value(
                    what + " has Amenities, MultimediaDescriptions or ID, which only the category has"));
        }
    }

    private static boolean describesCategory(TypeRoom type) {
        return type.standardOccupancy() != null
                || type.classification() != null
                || type.size() != null
                || type.kind() != null;
    }
}
