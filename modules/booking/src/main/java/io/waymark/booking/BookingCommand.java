package io.waymark.booking;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent.Confirmation;
import io.waymark.events.booking.BookingEvent.Refusal;
import io.waymark.runtime.entity.ClusterMessage;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be asked of a booking; the last three are the outcomes of its own steps. */
public sealed interface BookingCommand extends ClusterMessage {

    /** Book, and confirm at once or hold the rooms. */
    record Book(BookingDetails details, Confirmation confirmation) implements BookingCommand {}

    /** Make a booking of a hold whose deadline has not passed. */
    record Confirm() implements BookingCommand {}

    /** Replace the details; the same change id takes effect once. */
    record Change(String changeId, BookingDetails details) implements BookingCommand {}

    /** Call the booking off. */
    record Cancel(@Nullable String reason) implements BookingCommand {}

    /** The guest has arrived. */
    record CheckIn(
            @Nullable String assignedRoomTypeCode, @Nullable String country) implements BookingCommand {}

    /** The guest has left, on the booked day where no other is said. */
    record CheckOut(@Nullable LocalDate departedOn) implements BookingCommand {}

    /** The guest never came. */
    record RecordNoShow() implements BookingCommand {}

    /** End a hold whose deadline has passed; one that is still good stays. */
    record Expire() implements BookingCommand {}

    /**
     * Every room that the booking wanted is its own now.
     *
     * @param heldUntil the deadline where the rooms are only held
     */
    record RoomsObtained(@Nullable Instant heldUntil) implements BookingCommand {}

    /** Not every room could be had, and none of those that were wanted is kept. */
    record RoomsRefused(Refusal refusal) implements BookingCommand {}

    /** The inventory has back what the booking no longer needs. */
    record RoomsReturned() implements BookingCommand {}
}
