package io.waymark.pipeline.warehouse;

import io.waymark.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code fact_booking}, which says what each column means.
 *
 * @param propertyCode name of the property until it is described
 * @param roomTypeCode name of the room type until it is described
 */
public record BookingFact(
        String tenant,
        String bookingId,
        long version,
        String status,
        boolean onBooks,
        boolean cancelled,
        boolean noShow,
        boolean stayed,
        String propertyId,
        String propertyCode,
        String roomTypeId,
        String roomTypeCode,
        @Nullable String assignedRoomTypeCode,
        String channel,
        @Nullable String market,
        @Nullable String country,
        @Nullable String connection,
        @Nullable String reference,
        @Nullable String customerType,
        @Nullable String agent,
        @Nullable String company,
        @Nullable String meal,
        @Nullable String ratePlan,
        @Nullable String depositType,
        @Nullable String policyCode,
        Instant bookedAt,
        LocalDate arrival,
        LocalDate departure,
        int rooms,
        int roomNights,
        int adults,
        int children,
        int infants,
        Money total,
        int changes,
        int specialRequests,
        int parkingSpaces,
        @Nullable Instant confirmedAt,
        @Nullable Instant changedAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant checkedInAt,
        @Nullable Instant checkedOutAt,
        @Nullable LocalDate departedOn,
        @Nullable Instant noShowAt,
        @Nullable String refusal,
        Instant updatedAt,
        Instant recordedAt) {}
