package io.waymark.booking;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent.Confirmation;
import io.waymark.events.booking.BookingEvent.Refusal;
import io.waymark.runtime.entity.ClusterMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The life of one booking. Requested, confirming, changing and everything that is still returning rooms owe the inventory
 * a step; the others rest.
 */
public sealed interface Booking extends ClusterMessage {

    /** Nobody has asked for it. */
    record None() implements Booking {}

    /** Its rooms are being obtained. */
    record Requested(Facts facts, Confirmation confirmation) implements Booking {}

    /** Its rooms are held until the deadline. */
    record Held(Facts facts, Instant expiresAt) implements Booking {}

    /** Its held rooms are being sold. */
    record Confirming(Facts facts) implements Booking {}

    /** Its rooms are sold to the guest. */
    record Confirmed(Facts facts) implements Booking {}

    /**
     * Other rooms or nights are being obtained.
     *
     * @param before confirmed or checked in: what it is again if they cannot be had
     */
    record Changing(Booking before, Facts facts, String changeId, BookingDetails wanted) implements Booking {}

    /** Called off. */
    record Cancelled(Facts facts, @Nullable String reason, Instant cancelledAt, boolean returning) implements Booking {}

    /** Its rooms could not be had; none is kept. */
    record Refused(Facts facts, Refusal refusal) implements Booking {}

    /** Its hold ended unconfirmed. */
    record Expired(Facts facts, boolean returning) implements Booking {}

    /** The guest is here. */
    record CheckedIn(Facts facts) implements Booking {}

    /** The guest has left. */
    record CheckedOut(Facts facts, LocalDate departedOn, boolean returning) implements Booking {}

    /** The guest never came. */
    record NoShow(Facts facts, boolean returning) implements Booking {}

    /** What is known of every booking that was ever asked for. */
    default Optional<Facts> known() {
        return switch (this) {
            case None none -> Optional.empty();
            case Requested requested -> Optional.of(requested.facts());
            case Held held -> Optional.of(held.facts());
            case Confirming confirming -> Optional.of(confirming.facts());
            case Confirmed confirmed -> Optional.of(confirmed.facts());
            case Changing changing -> Optional.of(changing.facts());
            case Cancelled cancelled -> Optional.of(cancelled.facts());
            case Refused refused -> Optional.of(refused.facts());
            case Expired expired -> Optional.of(expired.facts());
            case CheckedIn checkedIn -> Optional.of(checkedIn.facts());
            case CheckedOut checkedOut -> Optional.of(checkedOut.facts());
            case NoShow noShow -> Optional.of(noShow.facts());
        };
    }

    /** Whether it owes the inventory a step. */
    default boolean pending() {
        return switch (this) {
            case Requested requested -> true;
            case Confirming confirming -> true;
            case Changing changing -> true;
            case Cancelled cancelled -> cancelled.returning();
            case Expired expired -> expired.returning();
            case CheckedOut checkedOut -> checkedOut.returning();
            case NoShow noShow -> noShow.returning();
            case None none -> false;
            case Held held -> false;
            case Confirmed confirmed -> false;
            case Refused refused -> false;
            case CheckedIn checkedIn -> false;
        };
    }

    /**
     * What is agreed, and what has come of it so far.
     *
     * @param changeIds of the changes that took effect, the newest last
     * @param refusedChange the last change that could not be made, where it was the last one asked for
     * @param assignedRoomTypeCode the room type that the guest was given at check-in
     */
    record Facts(
            BookingDetails details,
            Instant bookedAt,
            Instant updatedAt,
            List<String> changeIds,
            @Nullable RefusedChange refusedChange,
            @Nullable String assignedRoomTypeCode) {

        /** More than any channel sends for one booking; older ones are forgotten. */
        private static final int REMEMBERED_CHANGES = 32;

        public Facts {
            changeIds = List.copyOf(changeIds);
        }

        static Facts of(BookingDetails details, Instant bookedAt) {
            return new Facts(details, bookedAt, bookedAt, List.of(), null, null);
        }

        Facts at(Instant occurredAt) {
            return new Facts(details, bookedAt, occurredAt, changeIds, refusedChange, assignedRoomTypeCode);
        }

        Facts changed(String changeId, BookingDetails changed, Instant occurredAt) {
            List<String> ids = new ArrayList<>(changeIds);
            ids.add(changeId);
            int from = Math.max(0, ids.size() - REMEMBERED_CHANGES);
            return new Facts(changed, bookedAt, occurredAt, ids.subList(from, ids.size()), null, assignedRoomTypeCode);
        }

        Facts withRefusedChange(RefusedChange refused, Instant occurredAt) {
            return new Facts(details, bookedAt, occurredAt, changeIds, refused, assignedRoomTypeCode);
        }

        Facts arrived(@Nullable String assigned, @Nullable String country, Instant occurredAt) {
            return new Facts(
                    country == null ? details : from(country),
                    bookedAt,
                    occurredAt,
                    changeIds,
                    refusedChange,
                    assigned);
        }

        private BookingDetails from(String country) {
            return new BookingDetails(
                    details.propertyId(),
                    details.propertyCode(),
                    details.sale(),
                    details.rooms(),
                    details.total(),
                    details.guest(),
                    details.remarks(),
                    country,
                    details.terms(),
                    details.specialRequests(),
                    details.parkingSpaces());
        }
    }

    /** A change that could not be made, and why. */
    record RefusedChange(String changeId, Refusal refusal) {}
}
