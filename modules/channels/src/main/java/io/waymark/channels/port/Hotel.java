package io.waymark.channels.port;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A property as channels see it. */
public record Hotel(String propertyId, String code, String name, Currency currency, List<Room> rooms) {

    public Hotel {
        rooms = List.copyOf(rooms);
    }

    /** The room type with this code; empty where the hotel has none. */
    public Optional<Room> room(String code) {
        return rooms.stream().filter(room -> room.code().equals(code)).findFirst();
    }

    /** A room type. */
    public record Room(String roomTypeId, String code, String name, int maxGuests) {}
}
