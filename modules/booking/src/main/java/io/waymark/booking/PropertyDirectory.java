package io.waymark.booking;

import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.inventory.Properties;
import io.waymark.kernel.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Where bookings look up the house they are for. */
@FunctionalInterface
public interface PropertyDirectory {

    CompletionStage<Optional<Entry>> find(Tenant tenant, String propertyId);

    /** The houses of the inventory. */
    static PropertyDirectory of(Properties properties) {
        return (tenant, propertyId) -> properties
                .find(tenant, propertyId)
                .thenApply(found -> found.map(property -> new Entry(
                        property.propertyId(),
                        property.code(),
                        property.roomTypes().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        RoomTypeOffer::roomTypeId, RoomTypeOffer::code)))));
    }

    /**
     * A house that sells rooms.
     *
     * @param roomTypeCodes code of each of its room types by the room type's id
     */
    record Entry(String propertyId, String code, Map<String, String> roomTypeCodes) {
        public Entry {
            roomTypeCodes = Map.copyOf(roomTypeCodes);
        }
    }
}
