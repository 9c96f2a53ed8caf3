package io.waymark.launcher.replay.delivery;

import io.waymark.launcher.replay.source.Hotel;
import io.waymark.launcher.replay.source.Reservation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A hotel as its reservations show it: the room types that were sold or given, and for how many guests.
 *
 * @param maxGuests by the letter of the room type
 */
record House(Hotel hotel, SortedMap<String, Integer> maxGuests) {

    /** A few rows book a whole group into one line; they say nothing about a room. */
    private static final int LARGEST_FAMILY = 6;

    private static final int SMALLEST = 1;

    static Map<Hotel, House> of(List<Reservation> reservations) {
        Map<Hotel, House> houses = new EnumMap<>(Hotel.class);
        for (Reservation reservation : reservations) {
            House house = houses.computeIfAbsent(reservation.hotel(), hotel -> new House(hotel, new TreeMap<>()));
            int guests = Math.clamp(reservation.party().size(), SMALLEST, LARGEST_FAMILY);
            house.maxGuests.merge(reservation.rooms().reserved(), guests, Math::max);
            house.maxGuests.putIfAbsent(reservation.rooms().assigned(), SMALLEST);
            house.maxGuests.merge(reservation.rooms().assigned(), guests, Math::max);
        }
        return houses;
    }
}
