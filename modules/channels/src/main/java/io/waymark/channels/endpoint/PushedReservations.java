package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.reservation.Digest;
import io.waymark.channels.alpinebits.reservation.PlainBooking;
import io.waymark.channels.alpinebits.reservation.PushAnswer;
import io.waymark.channels.alpinebits.reservation.PushAnswer.Result;
import io.waymark.channels.alpinebits.reservation.Reservation;
import io.waymark.channels.alpinebits.reservation.Reservation.Status;
import io.waymark.channels.alpinebits.reservation.ReservationMapping;
import io.waymark.channels.alpinebits.reservation.ReservationRules;
import io.waymark.channels.message.ChannelMessage.Outcome;
import io.waymark.channels.port.Hotel;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.channels.ChannelBookingEvent.Kind;
import io.waymark.events.channels.ChannelBookingEvent.Revision;
import io.waymark.kernel.Sealed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out a push of reservations, one after the other, each on its own: a refusal of one leaves the others as they
 * are.
 */
final class PushedReservations {

    private static final Logger LOG = LoggerFactory.getLogger(PushedReservations.class);

    private final HotelLookup hotels;
    private final DetailsSealing sealing;
    private final BookingIntake intake;

    PushedReservations(HotelLookup hotels, DetailsSealing sealing, BookingIntake intake) {
        this.hotels = hotels;
        this.sealing = sealing;
        this.intake = intake;
    }

    CompletionStage<Handled> handle(Delivery delivery, List<Reservation> reservations) {
        CompletionStage<List<Result>> results = CompletableFuture.completedFuture(List.of());
        for (int i = 0; i < reservations.size(); i++) {
            Reservation reservation = reservations.get(i);
            String part = Integer.toString(i + 1);
            results = results.thenCompose(
                    before -> settled(delivery, part, reservation).thenApply(result -> appended(before, result)));
        }
        return results.thenApply(all -> handled(reservations, all));
    }

    private CompletionStage<Result> settled(Delivery delivery, String part, Reservation reservation) {
        return refusal(delivery, part, reservation)
                .exceptionally(failure -> {
                    LOG.error("{}/{}: the outcome of a reservation is unknown", delivery.messageId(), part, failure);
                    return new Violation(
                            OtaError.SYSTEM_ERROR, "the reservation could not be confirmed in time; send it again");
                })
                .thenApply(refusal -> new Result(reservation.id(), refusal));
    }

    /** Why the reservation is refused; null where it was carried out. */
    private CompletionStage<@Nullable Violation> refusal(Delivery delivery, String part, Reservation reservation) {
        List<Violation> violations = ReservationRules.violations(reservation);
        if (!violations.isEmpty()) {
            return CompletableFuture.completedFuture(violations.getFirst());
        }
        return hotels.find(delivery.connection(), reservation.hotel()).thenCompose(found -> switch (found) {
            case HotelLookup.Found.Nowhere nowhere -> CompletableFuture.completedFuture(nowhere.violation());
            case HotelLookup.Found.Here here -> carryOut(delivery, part, reservation, here.hotel());
        });
    }

    private CompletionStage<@Nullable Violation> carryOut(
            Delivery delivery, String part, Reservation reservation, Hotel hotel) {
        return switch (reservation.status()) {
            case CANCELLED -> receive(delivery, part, reservation, null, null);
            case REQUESTED ->
                sealing.inquiry(delivery, reservation)
                        .thenCompose(inquiry -> receive(delivery, part, reservation, null, inquiry));
            case RESERVED, MODIFY -> book(delivery, part, reservation, hotel);
        };
    }

    private CompletionStage<@Nullable Violation> book(
            Delivery delivery, String part, Reservation reservation, Hotel hotel) {
        PlainBooking booking = ReservationMapping.booking(
                reservation, hotel.code(), delivery.connection().name());
        @Nullable Violation unfit = BookingIntake.unfit(booking, hotel);
        if (unfit != null) {
            return CompletableFuture.completedFuture(unfit);
        }
        return sealing.details(delivery, booking, hotel)
                .thenCompose(details -> receive(delivery, part, reservation, details, null));
    }

    private CompletionStage<@Nullable Violation> receive(
            Delivery delivery,
            String part,
            Reservation reservation,
            @Nullable BookingDetails details,
            @Nullable Sealed<String> inquiry) {
        return intake.receive(
                delivery,
                part,
                new BookingIntake.Received(
                        reservation.id().id(),
                        new Revision(reservation.createdAt(), Digest.of(reservation)),
                        kind(reservation.status()),
                        details,
                        inquiry));
    }

    private static Kind kind(Status status) {
        return switch (status) {
            case RESERVED -> Kind.NEW;
            case MODIFY -> Kind.MODIFIED;
            case CANCELLED -> Kind.CANCELLED;
            case REQUESTED -> Kind.REQUESTED;
        };
    }

    private static Handled handled(List<Reservation> reservations, List<Result> results) {
        List<Violation> refusals =
                results.stream().map(Result::refusal).filter(Objects::nonNull).toList();
        Outcome outcome = refusals.isEmpty()
                ? Outcome.SUCCESS
                : refusals.size() == results.size() ? Outcome.ERROR : Outcome.WARNING;
        return new Handled(
                new PushAnswer(results).xml(),
                outcome,
                reservations.getFirst().hotel().code(),
                reservations.stream()
                        .map(reservation -> reservation.id().id())
                        .distinct()
                        .toList(),
                refusals.isEmpty()
                        ? null
                        : Integer.toString(refusals.getFirst().error().code()),
                refusals.isEmpty() ? null : refusals.getFirst().reason());
    }

    private static List<Result> appended(List<Result> before, Result result) {
        List<Result> all = new ArrayList<>(before);
        all.add(result);
        return all;
    }
}
