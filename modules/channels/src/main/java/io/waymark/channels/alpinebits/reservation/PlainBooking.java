package io.waymark.channels.alpinebits.reservation;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.Guest;
import io.waymark.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking in our own words as a channel sends it: before its room types have been looked up and its personal data has
 * been sealed.
 *
 * @param hotelCode the code of the property with its channels
 * @param total for all rooms, taxes included; negative where the house owes a credit
 * @param country where the guest comes from, ISO 3166 alpha-2
 */
public record PlainBooking(
        String hotelCode,
        BookingDetails.Sale sale,
        List<Room> rooms,
        Money total,
        Guest guest,
        @Nullable String remarks,
        @Nullable String country,
        BookingDetails.Terms terms,
        int specialRequests,
        int parkingSpaces) {

    public PlainBooking {
        rooms = List.copyOf(rooms);
    }

    @Override
    public String toString() {
        return "PlainBooking[" + hotelCode + ", " + rooms + "]";
    }

    /**
     * One room of the booking.
     *
     * @param departure the day of leaving; the arrival day itself for day use
     * @param meal BB, HB, FB, SC (self catering) or AI
     */
    public record Room(
            String roomTypeCode,
            LocalDate arrival,
            LocalDate departure,
            int adults,
            int children,
            int infants,
            @Nullable String ratePlan,
            @Nullable String meal) {}
}
