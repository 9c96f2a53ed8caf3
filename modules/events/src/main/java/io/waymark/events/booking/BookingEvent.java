package io.waymark.events.booking;

import io.waymark.events.Event;
import io.waymark.events.EventName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a booking. */
public sealed interface BookingEvent extends Event {

    /** Someone wants to book; the rooms are being held. */
    @EventName("booking.requested.v1")
    record BookingRequested(BookingDetails details, Confirmation confirmation) implements BookingEvent {}

    /** Every room is held until the deadline. */
    @EventName("booking.held.v1")
    record BookingHeld(Instant expiresAt) implements BookingEvent {}

    /** The hold was confirmed; its rooms are being sold. */
    @EventName("booking.confirmation-requested.v1")
    record ConfirmationRequested() implements BookingEvent {}

    /** Every room is sold to the guest. */
    @EventName("booking.confirmed.v1")
    record BookingConfirmed() implements BookingEvent {}

    /** The rooms could not all be had; none is kept. */
    @EventName("booking.refused.v1")
    record BookingRefused(Refusal refusal) implements BookingEvent {}

    /** The hold ended before it was confirmed. */
    @EventName("booking.expired.v1")
    record BookingExpired() implements BookingEvent {}

    /** Other rooms or nights are wanted; they are being held. */
    @EventName("booking.change-requested.v1")
    record ChangeRequested(String changeId, BookingDetails details) implements BookingEvent {}

    /** The booking now is as the details say. */
    @EventName("booking.changed.v1")
    record BookingChanged(String changeId, BookingDetails details) implements BookingEvent {}

    /** The change could not be made; the booking stands as it was. */
    @EventName("booking.change-refused.v1")
    record ChangeRefused(String changeId, Refusal refusal) implements BookingEvent {}

    /** The booking was called off; its rooms are being released. */
    @EventName("booking.cancelled.v1")
    record BookingCancelled(@Nullable String reason) implements BookingEvent {}

    /** The guest has arrived. */
    @EventName("booking.checked-in.v1")
    record GuestCheckedIn(
            @Nullable String assignedRoomTypeCode, @Nullable String country) implements BookingEvent {}

    /** The guest has left; nights behind the day of leaving are being released. */
    @EventName("booking.checked-out.v1")
    record GuestCheckedOut(LocalDate departedOn) implements BookingEvent {}

    /** The guest never came; the nights behind the first are being released. */
    @EventName("booking.no-show.v1")
    record NoShowRecorded() implements BookingEvent {}

    /** The rooms that the event before no longer needs are free again. */
    @EventName("booking.rooms-released.v1")
    record RoomsReleased() implements BookingEvent {}

    /** Whether a booking is confirmed as soon as its rooms are had, or held until somebody confirms. */
    enum Confirmation {
        NOW,
        LATER
    }

    /**
     * Why rooms could not be had.
     *
     * @param roomTypeCode the room type that was short
     * @param date the first date that was short, where one is
     */
    record Refusal(
            RefusalReason reason,
            String roomTypeCode,
            @Nullable LocalDate date) {}

    /** The rule that stood in the way. */
    enum RefusalReason {
        SOLD_OUT,
        CLOSED,
        MIN_STAY,
        CLOSED_TO_ARRIVAL,
        CLOSED_TO_DEPARTURE,
        UNKNOWN_ROOM_TYPE,
        HOLD_EXPIRED
    }
}
