package io.waymark.channels.sync;

import io.waymark.kernel.Money;
import io.waymark.runtime.entity.ClusterMessage;
import org.jspecify.annotations.Nullable;

/**
 * What a channel may sell of one date.
 *
 * @param terms null where the connection carries no prices
 */
public record DayOffer(int rooms, @Nullable Terms terms) implements ClusterMessage {

    public DayOffer {
        if (rooms < 0) {
            throw new IllegalArgumentException("nobody can sell " + rooms + " rooms");
        }
    }

    /**
     * Price and rules of a date.
     *
     * @param price of a room for the night; null where we have none
     * @param minStay 0 for no limit
     */
    public record Terms(@Nullable Money price, int minStay, boolean closedToArrival, boolean closedToDeparture)
            implements ClusterMessage {}
}
