package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.stream.Positioned;
import java.time.Instant;
import java.util.List;

/**
 * All that one event changes in the warehouse.
 *
 * @param booking the booking after the event
 * @param nights all its nights after the event
 * @param nightsBefore all its nights before the event
 */
public record BookingChange(
        BookingFact booking,
        List<StayNight> nights,
        List<StayNight> nightsBefore,
        BookingEventFact event,
        List<NightMovement> movements)
        implements Positioned {

    @Override
    public long txId() {
        return event.txId();
    }

    @Override
    public long ordering() {
        return event.ordering();
    }

    @Override
    public Instant recordedAt() {
        return event.recordedAt();
    }

    BookingKey key() {
        return new BookingKey(booking.tenant(), booking.bookingId());
    }
}
