package io.waymark.pipeline.warehouse;

import io.waymark.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one journal event adds to {@code fact_booking_event} beside what the booking now is. */
public record BookingEventFact(
        long txId,
        long ordering,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        String source,
        @Nullable String reason,
        int bookingsDelta,
        int roomNightsDelta,
        Money revenueDelta) {}
