package io.waymark.channels.alpinebits.inventory;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HotelDescriptiveContent of one house, pushed or answered.
 *
 * @param guestRooms the categories and their rooms (Inventory/Basic); null where none may follow
 * @param description everything about the house itself (Inventory/HotelInfo), kept as the document has it
 */
public record HotelContent(HotelReference hotel, @Nullable List<GuestRoom> guestRooms, List<XmlElement> description) {

    public HotelContent {
        guestRooms = guestRooms == null ? null : List.copyOf(guestRooms);
        description = List.copyOf(description);
    }

    /** The hotel that a client asks about with OTA_HotelDescriptiveInfoRQ. */
    public static HotelReference asked(XmlElement request) {
        return HotelReference.of(request.only("HotelDescriptiveInfos").only("HotelDescriptiveInfo"));
    }
}
