package io.waymark.pipeline.jobs.booking;

import io.waymark.events.Meta;
import io.waymark.events.booking.BookingDetails.Sale;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.RoomStay;
import io.waymark.kernel.Money;
import io.waymark.pipeline.warehouse.BookingChange;
import io.waymark.pipeline.warehouse.BookingEventFact;
import io.waymark.pipeline.warehouse.BookingFact;
import io.waymark.pipeline.warehouse.NightMovement;
import io.waymark.pipeline.warehouse.StayNight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event of a booking is in the warehouse. */
final class BookingFacts {

    private BookingFacts() {}

    /**
     * All that one event changes.
     *
     * @param before the booking before the event; none before its first
     * @param name the stable name of the event
     */
    static BookingChange change(
            @Nullable FoldedBooking before, FoldedBooking after, BookingEvent event, Meta meta, String name) {
        List<StayNight> nightsBefore = before == null ? List.of() : Nights.of(before);
        List<StayNight> nights = Nights.of(after);
        List<NightMovement> movements = Nights.movements(nightsBefore, nights);
        return new BookingChange(
                fact(after), nights, nightsBefore, event(before, after, event, meta, name, movements), movements);
    }

    private static BookingEventFact event(
            @Nullable FoldedBooking before,
            FoldedBooking after,
            BookingEvent event,
            Meta meta,
            String name,
            List<NightMovement> movements) {
        return new BookingEventFact(
                after.mark().txId(),
                after.mark().ordering(),
                withoutVersion(name),
                meta.occurredAt(),
                meta.recordedAt(),
                meta.actor(),
                meta.source(),
                reason(event, meta),
                books(after) - (before == null ? 0 : books(before)),
                movements.stream().mapToInt(NightMovement::roomNights).sum(),
                before == null ? revenue(after) : revenue(after).minus(inCurrencyOf(after, before)));
    }

    private static int books(FoldedBooking booking) {
        return booking.onBooks() ? 1 : 0;
    }

    private static Money revenue(FoldedBooking booking) {
        Money total = booking.agreed().total();
        return booking.onBooks() ? total : Money.zero(total.currency());
    }

    /** What was on the books before. A change of currency takes nothing off in the new one. */
    private static Money inCurrencyOf(FoldedBooking after, FoldedBooking before) {
        Money revenue = revenue(before);
        Money now = after.agreed().total();
        return revenue.currency().equals(now.currency()) ? revenue : Money.zero(now.currency());
    }

    private static @Nullable String reason(BookingEvent event, Meta meta) {
        return event instanceof BookingCancelled cancelled && cancelled.reason() != null
                ? cancelled.reason()
                : meta.reason();
    }

    /** {@code booking.confirmed.v1} is an event of type {@code booking.confirmed}. */
    private static String withoutVersion(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    static BookingFact fact(FoldedBooking booking) {
        Agreed agreed = booking.agreed();
        Sale sale = agreed.sale();
        RoomStay first = agreed.firstRoom();
        Milestones times = booking.milestones();
        BookingStatus status = booking.status();
        BookingStatus standing = booking.beforeChange();
        return new BookingFact(
                booking.tenant(),
                booking.bookingId(),
                booking.mark().version(),
                status.label(),
                booking.onBooks(),
                status == BookingStatus.CANCELLED,
                status == BookingStatus.NO_SHOW,
                standing == BookingStatus.CHECKED_IN || standing == BookingStatus.CHECKED_OUT,
                agreed.propertyId(),
                agreed.propertyCode(),
                first.roomTypeId(),
                first.roomTypeCode(),
                booking.outcome().assignedRoomTypeCode(),
                sale.channel(),
                sale.market(),
                agreed.country(),
                sale.connection(),
                sale.reference(),
                sale.customerType(),
                sale.agent(),
                sale.company(),
                first.meal(),
                first.ratePlan(),
                agreed.depositType(),
                agreed.policyCode(),
                times.bookedAt(),
                agreed.arrival(),
                agreed.departure(),
                agreed.rooms().size(),
                agreed.roomNights(),
                agreed.sum(RoomStay::adults),
                agreed.sum(RoomStay::children),
                agreed.sum(RoomStay::infants),
                agreed.total(),
                booking.changes(),
                agreed.specialRequests(),
                agreed.parkingSpaces(),
                times.confirmedAt(),
                times.changedAt(),
                times.cancelledAt(),
                times.checkedInAt(),
                times.checkedOutAt(),
                booking.outcome().departedOn(),
                times.noShowAt(),
                booking.outcome().refusal(),
                booking.mark().occurredAt(),
                booking.mark().recordedAt());
    }
}
