package io.waymark.booking;

import io.waymark.kernel.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where bookings look up the house they are for. */
@FunctionalInterface
public interface PropertyDirectory {

    CompletionStage<Optional<Entry>> find(Tenant tenant, String propertyId);

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
