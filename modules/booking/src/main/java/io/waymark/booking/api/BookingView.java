package io.waymark.booking.api;

import io.waymark.booking.Booking;
import io.waymark.booking.Booking.Facts;
import io.waymark.booking.Refusals;
import io.waymark.booking.Status;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent.Refusal;
import io.waymark.events.booking.RoomStay;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A booking as the API shows it; personal data stays sealed and is asked for on its own. */
record BookingView(
        String id,
        long revision,
        String status,
        String propertyId,
        String propertyCode,
        String channel,
        @Nullable String connection,
        @Nullable String reference,
        @Nullable String market,
        List<RoomStayView> rooms,
        LocalDate arrival,
        LocalDate departure,
        long nights,
        Money total,
        @Nullable String country,
        BookingContent.@Nullable Policy policy,
        @Nullable String depositType,
        @Nullable String customerType,
        @Nullable String agent,
        @Nullable String company,
        int specialRequests,
        int parkingSpaces,
        @Nullable Instant holdExpiresAt,
        @Nullable RefusalView refusal,
        @Nullable String assignedRoomTypeCode,
        @Nullable LocalDate departedOn,
        @Nullable Instant cancelledAt,
        String subject,
        Instant bookedAt,
        Instant updatedAt) {

    /** One room of the booking. */
    record RoomStayView(
            int line,
            String roomTypeId,
            String roomTypeCode,
            LocalDate arrival,
            LocalDate departure,
            int adults,
            int children,
            int infants,
            @Nullable String ratePlan,
            @Nullable String meal) {

        static RoomStayView of(RoomStay room) {
            return new RoomStayView(
                    room.line(),
                    room.roomTypeId(),
                    room.roomTypeCode(),
                    room.arrival(),
                    room.departure(),
                    room.adults(),
                    room.children(),
                    room.infants(),
                    room.ratePlan(),
                    room.meal());
        }
    }

    /** Why the rooms could not be had. */
    record RefusalView(String code, String detail) {
        static RefusalView of(Refusal refusal) {
            return new RefusalView(Refusals.code(refusal).slug(), Refusals.detail(refusal));
        }
    }

    /** The view of a booking; none of one that nobody has asked for. */
    static Optional<BookingView> of(String id, Booking booking, long revision) {
        return booking.known().map(facts -> of(id, booking, facts, revision));
    }

    private static BookingView of(String id, Booking booking, Facts facts, long revision) {
        BookingDetails details = facts.details();
        BookingDetails.Sale sale = details.sale();
        @Nullable String policyCode = details.terms().policyCode();
        @Nullable Refusal refusal = booking instanceof Booking.Refused refused ? refused.refusal() : null;
        return new BookingView(
                id,
                revision,
                Status.of(booking),
                details.propertyId(),
                details.propertyCode(),
                sale.channel(),
                sale.connection(),
                sale.reference(),
                sale.market(),
                details.rooms().stream().map(RoomStayView::of).toList(),
                details.arrival(),
                details.departure(),
                ChronoUnit.DAYS.between(details.arrival(), details.departure()),
                details.total(),
                details.country(),
                policyCode == null
                        ? null
                        : new BookingContent.Policy(policyCode, details.terms().policyText()),
                details.terms().depositType(),
                sale.customerType(),
                sale.agent(),
                sale.company(),
                details.specialRequests(),
                details.parkingSpaces(),
                booking instanceof Booking.Held held ? held.expiresAt() : null,
                refusal == null ? null : RefusalView.of(refusal),
                facts.assignedRoomTypeCode(),
                booking instanceof Booking.CheckedOut left ? left.departedOn() : null,
                booking instanceof Booking.Cancelled cancelled ? cancelled.cancelledAt() : null,
                details.guest().subject(),
                facts.bookedAt(),
                facts.updatedAt());
    }

    /** The subject that a booking's personal data is sealed under when it comes through our own API. */
    static String subject(String bookingId) {
        return Ids.derived("sub", bookingId);
    }
}
