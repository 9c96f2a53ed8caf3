package io.waymark.launcher.replay.capacity;

import io.waymark.launcher.replay.source.Hotel;
import io.waymark.launcher.replay.source.Reservation;
import java.util.Comparator;

/** A room type of one of the hotels. */
public record RoomKind(Hotel hotel, String code) implements Comparable<RoomKind> {

    private static final Comparator<RoomKind> ORDER =
            Comparator.comparing(RoomKind::hotel).thenComparing(RoomKind::code);

    /** The one that was sold, which is the one that its dates are counted under. */
    static RoomKind soldTo(Reservation reservation) {
        return new RoomKind(reservation.hotel(), reservation.rooms().reserved());
    }

    @Override
    public int compareTo(RoomKind other) {
        return ORDER.compare(this, other);
    }
}
