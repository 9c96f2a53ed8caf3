package io.waymark.inventory;

import io.waymark.runtime.entity.ClusterMessage;
import org.jspecify.annotations.Nullable;

/** One room type of one property: not opened yet, or open with its calendar and everything that is taken of it. */
public sealed interface RoomType extends ClusterMessage {

    /** Nobody has described it: it has no dates and sells nothing. */
    record Unopened() implements RoomType {}

    /** It exists; the counts of the calendar are those of the allocations. */
    record Opened(Description description, Calendar calendar, Allocations allocations) implements RoomType {

        @Nullable
        Allocation find(String holdId) {
            return allocations.find(holdId);
        }

        Opened with(String holdId, Allocation allocation) {
            return new Opened(
                    description, calendar.exchanged(find(holdId), allocation), allocations.with(holdId, allocation));
        }

        Opened without(String holdId) {
            return new Opened(description, calendar.exchanged(find(holdId), null), allocations.without(holdId));
        }

        Opened with(Calendar changed) {
            return new Opened(description, changed, allocations);
        }

        Opened described(Description changed) {
            return new Opened(changed, calendar, allocations);
        }
    }

    /** Where the room type belongs and what it is called. */
    record Description(String propertyId, String propertyCode, String code, String name, int maxGuests) {}
}
