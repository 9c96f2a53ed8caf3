package io.waymark.app.ports;

import io.waymark.booking.PropertyDirectory;
import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.inventory.Properties;
import io.waymark.kernel.Tenant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The inventory as bookings see it. */
public final class InventoryAsPropertyDirectory implements PropertyDirectory {

    private final Properties properties;

    public InventoryAsPropertyDirectory(Properties properties) {
        this.properties = properties;
    }

    @Override
    public CompletionStage<Optional<Entry>> find(Tenant tenant, String propertyId) {
        return properties
                .find(tenant, propertyId)
                .thenApply(found -> found.map(property -> new Entry(
                        property.propertyId(),
                        property.code(),
                        property.roomTypes().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        RoomTypeOffer::roomTypeId, RoomTypeOffer::code)))));
    }
}
