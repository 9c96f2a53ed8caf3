package io.waymark.pipeline.jobs.inventory;

import io.waymark.pipeline.warehouse.PropertyChange;
import io.waymark.pipeline.warehouse.PropertyChange.RoomType;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a property and its room types are called now; told to all who write documents. */
public record PropertyNames(
        String propertyId,
        long version,
        String name,
        @Nullable String place,
        Map<String, String> roomTypes) {

    public PropertyNames {
        roomTypes = Map.copyOf(roomTypes);
    }

    public static PropertyNames of(PropertyChange property) {
        return new PropertyNames(
                property.propertyId(),
                property.version(),
                property.name(),
                property.place(),
                property.roomTypes().stream()
                        .collect(Collectors.toMap(RoomType::roomTypeId, RoomType::name, (first, second) -> second)));
    }

    /** Whether documents look the same with both. */
    public boolean saysTheSameAs(PropertyNames other) {
        return name.equals(other.name) && Objects.equals(place, other.place) && roomTypes.equals(other.roomTypes);
    }
}
