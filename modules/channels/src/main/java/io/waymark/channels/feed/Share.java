package io.waymark.channels.feed;

import io.waymark.channels.connection.Outbound;
import io.waymark.channels.port.SellableRoom.Night;

/**
 * How many of the rooms of a date one channel is told about. Pure.
 *
 * <p>All channels sell from the same rooms: each is told of everything that is free, so that no room waits for a channel
 * that does not sell it. What is beyond capacity is told only to channels that may sell the allowance, and a channel can
 * be kept away from the last rooms. Two channels may sell the last room in the same second; the inventory's hold then
 * decides, and the second one is refused.
 */
final class Share {

    private Share() {}

    static int of(Night night, Outbound outbound) {
        if (night.closed()) {
            return 0;
        }
        int sellable = night.capacity() + (outbound.sellsAllowance() ? night.allowance() : 0);
        return Math.max(0, sellable - night.occupied() - outbound.keepBack());
    }
}
