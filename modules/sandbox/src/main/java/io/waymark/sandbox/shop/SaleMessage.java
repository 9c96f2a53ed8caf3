package io.waymark.sandbox.shop;

import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import io.waymark.sandbox.channel.Copy.Room;
import java.time.Instant;

/**
 * What a channel tells the house about one of its sales.
 *
 * @param at the channel's own time of this revision; later revisions of a sale have later times
 */
record SaleMessage(String saleId, Kind kind, Instant at, Room room, DateRange nights, Money total) {

    enum Kind {
        NEW,
        MODIFIED,
        CANCELLED
    }

    /** The same with a room type that no house has, so that it must be refused. */
    SaleMessage spoiled() {
        return new SaleMessage(saleId, kind, at, new Room(room.hotel(), "NO-SUCH"), nights, total);
    }
}
