package io.waymark.booking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.inventory.Properties;
import io.waymark.kernel.Tenant;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where bookings look up the house they are for. */
@FunctionalInterface
public interface PropertyDirectory {

    /**
     * The house, where there is one.
     *
     * @param roomTypeIds that are asked for: whoever remembers houses looks again before saying that one lacks these
     */
    CompletionStage<Optional<Entry>> find(Tenant tenant, String propertyId, Collection<String> roomTypeIds);

    /** The houses of the inventory, each remembered for a second. */
    static PropertyDirectory of(Properties properties) {
        Cache<String, Entry> remembered = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofSeconds(1))
                .build();
        return (tenant, propertyId, roomTypeIds) -> {
            String house = tenant.entity(propertyId);
            @Nullable Entry entry = remembered.getIfPresent(house);
            if (entry != null && entry.roomTypeCodes().keySet().containsAll(roomTypeIds)) {
                return CompletableFuture.completedFuture(Optional.of(entry));
            }
            return read(properties, tenant, propertyId).thenApply(found -> {
                found.ifPresent(fresh -> remembered.put(house, fresh));
                return found;
            });
        };
    }

    private static CompletionStage<Optional<Entry>> read(Properties properties, Tenant tenant, String propertyId) {
        return properties
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
