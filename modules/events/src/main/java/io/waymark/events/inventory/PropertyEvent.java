package io.waymark.events.inventory;

import io.waymark.events.Event;
import io.waymark.events.EventName;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a property, a house that sells rooms. */
public sealed interface PropertyEvent extends Event {

    /**
     * The property was described, for the first time or anew; the description replaces the one before.
     *
     * @param code the property's code with its channels, such as AlpineBits' HotelCode
     */
    @EventName("inventory.property-defined.v1")
    record PropertyDefined(
            String propertyId,
            String code,
            String name,
            @Nullable String place,
            Currency currency,
            ZoneId timeZone,
            List<RoomTypeOffer> roomTypes)
            implements PropertyEvent {

        public PropertyDefined {
            roomTypes = List.copyOf(roomTypes);
        }
    }

    /** Every room type of the description can be sold now. */
    @EventName("inventory.room-types-opened.v1")
    record RoomTypesOpened() implements PropertyEvent {}

    /**
     * A room type that the property has.
     *
     * @param code the room type's code with its channels, such as AlpineBits' InvTypeCode
     */
    record RoomTypeOffer(String roomTypeId, String code, String name, int maxGuests) {}
}
