package io.waymark.pipeline.search;

import io.waymark.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One booking as it is searched: all that is agreed, with readable names, and nothing personal. Every field stands in
 * {@code search/bookings.json}, which refuses any other.
 *
 * @param revision number of the booking's event that this document shows
 * @param propertyName as the property is called now; absent until it was described
 * @param roomTypes codes of the rooms' types, each once
 * @param roomTypeNames as they are called now, in the same order, as far as they are known
 * @param leadDays from booking to arrival
 */
public record BookingDocument(
        String id,
        String tenant,
        long revision,
        String status,
        String propertyId,
        String propertyCode,
        @Nullable String propertyName,
        @Nullable String place,
        String channel,
        @Nullable String connection,
        @Nullable String reference,
        @Nullable String market,
        @Nullable String country,
        @Nullable String countryName,
        List<String> roomTypes,
        List<String> roomTypeIds,
        List<String> roomTypeNames,
        @Nullable String assignedRoomType,
        List<String> meals,
        List<String> ratePlans,
        @Nullable String customerType,
        @Nullable String agent,
        @Nullable String company,
        @Nullable String depositType,
        @Nullable String policyCode,
        int rooms,
        int adults,
        int children,
        int infants,
        int guests,
        LocalDate arrival,
        LocalDate departure,
        @Nullable LocalDate departedOn,
        int nights,
        int roomNights,
        int leadDays,
        Money total,
        int changes,
        int specialRequests,
        int parkingSpaces,
        @Nullable String refusal,
        Instant bookedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant changedAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant checkedInAt,
        @Nullable Instant checkedOutAt,
        @Nullable Instant noShowAt,
        @Nullable Instant holdExpiresAt,
        Instant updatedAt,
        Instant recordedAt) {}
