package io.waymark.events.booking;

import io.waymark.kernel.Money;
import io.waymark.kernel.Sealed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is agreed in a booking: where, what, for how much, for whom, on which terms.
 *
 * @param rooms in the order of their lines, at least one
 * @param total for the whole stay, taxes included; negative where the house owes a credit
 * @param country where the guest comes from, ISO 3166 alpha-2
 */
public record BookingDetails(
        String propertyId,
        String propertyCode,
        Sale sale,
        List<RoomStay> rooms,
        Money total,
        Sealed<Guest> guest,
        @Nullable Sealed<String> remarks,
        @Nullable String country,
        Terms terms,
        int specialRequests,
        int parkingSpaces) {

    public BookingDetails {
        if (rooms.isEmpty()) {
            throw new IllegalArgumentException("a booking has at least one room");
        }
        rooms = rooms.stream().sorted(Comparator.comparingInt(RoomStay::line)).toList();
    }

    /** The first day of the stay. */
    public LocalDate arrival() {
        return rooms.stream()
                .map(RoomStay::arrival)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The last day of the stay. */
    public LocalDate departure() {
        return rooms.stream()
                .map(RoomStay::departure)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Nights times rooms. */
    public long roomNights() {
        return rooms.stream().mapToLong(room -> room.nights().days()).sum();
    }

    /**
     * How the booking was sold.
     *
     * @param channel the sales channel, such as Direct, TA/TO, GDS
     * @param connection the channel connection that brought it; none for our own API
     * @param reference the seller's own number of the booking
     * @param market the market segment
     */
    public record Sale(
            String channel,
            @Nullable String connection,
            @Nullable String reference,
            @Nullable String market,
            @Nullable String customerType,
            @Nullable String agent,
            @Nullable String company) {}

    /** The terms that were in force at the sale; they stay with the booking whatever changes later. */
    public record Terms(
            @Nullable String policyCode,
            @Nullable String policyText,
            @Nullable String depositType) {}
}
