package io.waymark.launcher.replay.schedule;

import io.waymark.launcher.replay.source.Reservation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a reservation that changes on its way to what the row says.
 *
 * <p>The data counts changes and keeps silent about what they changed. Stays, prices and people are never invented, so a
 * change brings the next special request or parking space of the row, and where those are used up, other remarks.
 */
public record Agreed(
        int specialRequests, int parkingSpaces, @Nullable String remarks) {

    private static final List<String> REMARKS = List.of(
            "Expected time of arrival: afternoon",
            "Expected time of arrival: evening",
            "Expected time of arrival: late in the evening",
            "Would like a quiet room",
            "Would like a room on a higher floor",
            "Arrival details follow",
            "Please send the confirmation again");

    /** What was agreed after so many of the row's changes. */
    static Agreed after(Reservation reservation, int changes) {
        int all = reservation.specialRequests() + reservation.parkingSpaces();
        int atFirst = Math.max(0, all - reservation.changes());
        int extras = extras(reservation, atFirst, all, changes);
        int requests = Math.min(extras, reservation.specialRequests());
        return new Agreed(requests, extras - requests, remarks(reservation, atFirst, all, changes));
    }

    private static int extras(Reservation reservation, int atFirst, int all, int changes) {
        return reservation.changes() == 0 ? all : atFirst + (all - atFirst) * changes / reservation.changes();
    }

    /** The remarks of the last change that brought nothing else; two of them in a row never say the same. */
    private static @Nullable String remarks(Reservation reservation, int atFirst, int all, int changes) {
        int remarked = changes - (extras(reservation, atFirst, all, changes) - atFirst);
        if (reservation.changes() == 0 || remarked == 0) {
            return null;
        }
        int first = new Seed(reservation.remoteId()).below(REMARKS.size(), "remarks");
        return REMARKS.get((first + remarked) % REMARKS.size());
    }
}
