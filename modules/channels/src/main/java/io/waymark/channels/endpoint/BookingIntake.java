package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.reservation.PlainBooking;
import io.waymark.channels.booking.ChannelBooking;
import io.waymark.channels.booking.ChannelBookingCommand;
import io.waymark.channels.booking.ChannelBookingCommand.Receive;
import io.waymark.channels.booking.ChannelBookings;
import io.waymark.channels.feed.SyncMarks;
import io.waymark.channels.port.Hotel;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.RoomStay;
import io.waymark.events.channels.ChannelBookingEvent.Kind;
import io.waymark.events.channels.ChannelBookingEvent.Revision;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Sealed;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Reply;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Where reservations of all channels come together, whatever language they came in.
 *
 * <p>A channel that sold a room has one less in its own copy than we told it, whether we take the reservation, refuse it or
 * find it out of date. So its dates are marked to be told again before we answer; without the answer it asks again.
 */
final class BookingIntake {

    private final Entities<ChannelBooking, ChannelBookingCommand> bookings;
    private final SyncMarks marks;

    BookingIntake(Entities<ChannelBooking, ChannelBookingCommand> bookings, SyncMarks marks) {
        this.bookings = bookings;
        this.marks = marks;
    }

    /**
     * A revision of a channel's reservation, ready for the books.
     *
     * @param details absent for a cancellation and for a request for a quote
     */
    record Received(
            String remoteId,
            Revision revision,
            Kind kind,
            @Nullable BookingDetails details,
            @Nullable Sealed<String> inquiry) {}

    /** Why the revision is refused; null where it was carried out, or had been before. */
    CompletionStage<@Nullable Violation> receive(Delivery delivery, String part, Received received) {
        String connection = delivery.connection().name();
        Receive receive = new Receive(
                connection,
                received.remoteId(),
                received.revision(),
                received.kind(),
                ChannelBookings.bookingId(delivery.tenant(), connection, received.remoteId()),
                received.details(),
                received.inquiry());
        return bookings.ask(
                        ChannelBookings.id(delivery.tenant(), connection, received.remoteId()),
                        receive,
                        delivery.origin(part))
                .thenCompose(reply -> markSold(delivery, received.details())
                        .thenApply(marked -> refusal(reply, received.revision())));
    }

    private CompletionStage<Integer> markSold(Delivery delivery, @Nullable BookingDetails details) {
        CompletionStage<Integer> marked = CompletableFuture.completedFuture(0);
        if (details == null || delivery.connection().outbound() == null) {
            return marked;
        }
        for (RoomStay room : details.rooms()) {
            LocalDate last = room.departure().isAfter(room.arrival())
                    ? room.departure()
                    : room.arrival().plusDays(1);
            DateRange nights = new DateRange(room.arrival(), last);
            marked = marked.thenCompose(before ->
                    marks.mark(delivery.tenant(), delivery.connection().name(), room.roomTypeId(), nights, true));
        }
        return marked;
    }

    /** A refusal counts only if it is of this very revision: an older one says nothing about a repeated message. */
    private static @Nullable Violation refusal(Reply<ChannelBooking> reply, Revision revision) {
        return switch (reply) {
            case Reply.Refused<ChannelBooking>(Problem problem, long at) ->
                new Violation(OtaError.UNABLE_TO_PROCESS, problem.detail());
            case Reply.Done<ChannelBooking> done ->
                done.state() instanceof ChannelBooking.Settled settled
                                && settled.refusal() != null
                                && settled.refusal().revision().equals(revision)
                        ? new Violation(
                                error(settled.refusal().code()),
                                settled.refusal().detail())
                        : null;
        };
    }

    private static OtaError error(String problem) {
        if (problem.equals(ProblemCode.SOLD_OUT.slug()) || problem.equals(ProblemCode.RESTRICTED.slug())) {
            return OtaError.NO_AVAILABILITY;
        }
        return problem.equals(ProblemCode.NOT_FOUND.slug()) ? OtaError.BOOKING_NOT_FOUND : OtaError.UNABLE_TO_PROCESS;
    }

    /** What the hotel cannot sell at all: unknown room types, another currency. */
    static @Nullable Violation unfit(PlainBooking booking, Hotel hotel) {
        for (PlainBooking.Room room : booking.rooms()) {
            if (hotel.room(room.roomTypeCode()).isEmpty()) {
                return new Violation(
                        OtaError.INVALID_ROOM_TYPE,
                        "hotel " + hotel.code() + " has no room type '" + room.roomTypeCode() + "'");
            }
        }
        if (!booking.total().currency().equals(hotel.currency())) {
            return new Violation(
                    OtaError.INVALID_CURRENCY,
                    "hotel " + hotel.code() + " sells in " + hotel.currency() + ", not in "
                            + booking.total().currency());
        }
        return null;
    }
}
