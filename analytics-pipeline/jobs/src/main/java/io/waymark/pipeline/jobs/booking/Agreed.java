package io.waymark.pipeline.jobs.booking;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingDetails.Sale;
import io.waymark.events.booking.RoomStay;
import io.waymark.kernel.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What is agreed in a booking, without anything personal and without the text of the policy, which nobody counts. */
record Agreed(
        String propertyId,
        String propertyCode,
        Sale sale,
        List<RoomStay> rooms,
        Money total,
        @Nullable String country,
        @Nullable String policyCode,
        @Nullable String depositType,
        int specialRequests,
        int parkingSpaces) {

    static Agreed of(BookingDetails details) {
        return new Agreed(
                details.propertyId(),
                details.propertyCode(),
                details.sale(),
                details.rooms(),
                details.total(),
                details.country(),
                details.terms().policyCode(),
                details.terms().depositType(),
                details.specialRequests(),
                details.parkingSpaces());
    }

    Agreed from(String newCountry) {
        return new Agreed(
                propertyId,
                propertyCode,
                sale,
                rooms,
                total,
                newCountry,
                policyCode,
                depositType,
                specialRequests,
                parkingSpaces);
    }

    /** The room that stands for the booking where only one can. */
    RoomStay firstRoom() {
        return rooms.getFirst();
    }

    LocalDate arrival() {
        return rooms.stream()
                .map(RoomStay::arrival)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    LocalDate departure() {
        return rooms.stream()
                .map(RoomStay::departure)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    int roomNights() {
        return sum(room -> Math.toIntExact(room.nights().days()));
    }

    int sum(ToIntFunction<RoomStay> count) {
        return rooms.stream().mapToInt(count).sum();
    }
}
