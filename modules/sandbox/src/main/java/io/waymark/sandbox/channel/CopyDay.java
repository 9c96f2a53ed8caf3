package io.waymark.sandbox.channel;

import io.waymark.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a channel believes of one date of a room type.
 *
 * @param rooms that it may sell
 * @param roomsFrom number of the message that said so; 0 where messages have none
 * @param termsFrom the same for price and rules
 */
public record CopyDay(
        int rooms,
        long roomsFrom,
        @Nullable Money price,
        int minStay,
        boolean closedToArrival,
        boolean closedToDeparture,
        long termsFrom) {

    static final CopyDay UNKNOWN = new CopyDay(0, 0, null, 0, false, false, 0);

    CopyDay withRooms(int count, long from) {
        return new CopyDay(count, from, price, minStay, closedToArrival, closedToDeparture, termsFrom);
    }

    CopyDay withTerms(CopyTerms terms, long from) {
        return new CopyDay(
                rooms,
                roomsFrom,
                terms.price(),
                terms.minStay(),
                terms.closedToArrival(),
                terms.closedToDeparture(),
                from);
    }

    /** Price and rules of a date. */
    public record CopyTerms(@Nullable Money price, int minStay, boolean closedToArrival, boolean closedToDeparture) {}
}
