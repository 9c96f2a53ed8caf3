package io.waymark.channels.port;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;

/** A room type with what may be sold of it, date by date. */
public record SellableRoom(
        String propertyId,
        String hotelCode,
        Currency currency,
        String roomTypeId,
        String roomTypeCode,
        String roomTypeName,
        SortedMap<LocalDate, Night> nights) {

    public SellableRoom {
        nights = Collections.unmodifiableSortedMap(new TreeMap<>(nights));
    }

    /**
     * One date.
     *
     * @param allowance rooms that may be sold beyond capacity
     * @param occupied rooms that are sold or held
     */
    public record Night(
            int capacity,
            int allowance,
            int occupied,
            boolean closed,
            int minStay,
            boolean closedToArrival,
            boolean closedToDeparture) {}
}
