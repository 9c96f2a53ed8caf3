package io.waymark.forecast.features;

import io.waymark.forecast.books.Books;

/**
 * How full the house will be in the night after a day, as known at an origin.
 *
 * <p>Guests can only arrive where a room is free: a house that is nearly sold out takes few late bookings, whatever the
 * same weekdays had. The house is taken to be as large as the most rooms that were occupied of late.
 */
final class Fullness {

    private static final int LATE_DAYS = 120;
    private static final int WEEKS = 8;

    private final Books rooms;
    private final Pickup pickup;
    private final double[] most;

    Fullness(Books rooms) {
        this.rooms = rooms;
        this.pickup = new Pickup(rooms);
        this.most = new double[rooms.days()];
        for (int day = 0; day < most.length; day++) {
            for (int late = Math.max(0, day - LATE_DAYS); late <= day; late++) {
                most[day] = Math.max(most[day], rooms.came(late));
            }
        }
    }

    void addTo(Row row, int day, int horizon) {
        double house = most[day - horizon];
        double sold = rooms.sold(day, horizon);
        double expected = rooms.expected(day, horizon);
        double guess = pickup.guess(day, horizon);
        row.add(expected);
        row.add(guess);
        row.add(house - sold);
        row.add(house - guess);
        row.add(rooms.inHouse(day, horizon));
        row.add(expected - rooms.expected(day - 1, horizon - 1));
        row.add(house - (day + 1 < rooms.days() ? rooms.sold(day + 1, horizon + 1) : sold));
        row.add(sold - pickup.sold(day, horizon, WEEKS));
    }
}
