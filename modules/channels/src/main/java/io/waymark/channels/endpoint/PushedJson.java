package io.waymark.channels.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.reservation.PlainBooking;
import io.waymark.channels.endpoint.ReservationJson.Push;
import io.waymark.channels.endpoint.ReservationJson.Result;
import io.waymark.channels.endpoint.ReservationJson.Results;
import io.waymark.channels.message.ChannelMessage;
import io.waymark.channels.message.ChannelMessage.Direction;
import io.waymark.channels.message.ChannelMessage.Outcome;
import io.waymark.channels.message.ChannelMessages;
import io.waymark.channels.port.Hotel;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.channels.ChannelBookingEvent.Kind;
import io.waymark.events.channels.ChannelBookingEvent.Revision;
import io.waymark.http.HttpJson;
import io.waymark.kernel.Ids;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out reservations that came as JSON: the same books as for every channel, one after the other, each on its own. */
final class PushedJson {

    static final String ACTION = "POST channel-reservations";

    private static final Logger LOG = LoggerFactory.getLogger(PushedJson.class);

    private final HotelLookup hotels;
    private final DetailsSealing sealing;
    private final BookingIntake intake;
    private final ChannelMessages messages;
    private final InstantSource clock;

    PushedJson(
            HotelLookup hotels,
            DetailsSealing sealing,
            BookingIntake intake,
            ChannelMessages messages,
            InstantSource clock) {
        this.hotels = hotels;
        this.sealing = sealing;
        this.intake = intake;
        this.messages = messages;
        this.clock = clock;
    }

    /** The results, once they and the record of the message are on disk. */
    CompletionStage<Results> handle(Delivery delivery, Push push, long bytes) {
        CompletionStage<List<Result>> results = CompletableFuture.completedFuture(List.of());
        for (int i = 0; i < push.reservations().size(); i++) {
            ReservationJson reservation = push.reservations().get(i);
            String part = Integer.toString(i + 1);
            results = results.thenCompose(
                    before -> settled(delivery, part, reservation).thenApply(result -> {
                        List<Result> all = new ArrayList<>(before);
                        all.add(result);
                        return all;
                    }));
        }
        return results.thenCompose(
                all -> messages.append(message(delivery, push, all, bytes)).thenApply(written -> new Results(all)));
    }

    private CompletionStage<Result> settled(Delivery delivery, String part, ReservationJson reservation) {
        return refusal(delivery, part, reservation)
                .exceptionally(failure -> {
                    LOG.error("{}/{}: the outcome of a reservation is unknown", delivery.messageId(), part, failure);
                    return new Violation(
                            OtaError.SYSTEM_ERROR, "the reservation could not be confirmed in time; send it again");
                })
                .thenApply(refusal -> result(reservation.remoteId(), refusal));
    }

    private static Result result(String remoteId, @Nullable Violation refusal) {
        if (refusal == null) {
            return new Result(remoteId, "accepted", null, null);
        }
        return new Result(
                remoteId,
                refusal.error() == OtaError.SYSTEM_ERROR ? "unclear" : "refused",
                Integer.toString(refusal.error().code()),
                refusal.reason());
    }

    private CompletionStage<@Nullable Violation> refusal(Delivery delivery, String part, ReservationJson reservation) {
        @Nullable String fault = reservation.fault();
        if (fault != null) {
            return CompletableFuture.completedFuture(new Violation(OtaError.INVALID_VALUE, fault));
        }
        return hotels.find(delivery.connection(), new HotelReference(reservation.hotelCode(), null))
                .thenCompose(found -> switch (found) {
                    case HotelLookup.Found.Nowhere nowhere -> CompletableFuture.completedFuture(nowhere.violation());
                    case HotelLookup.Found.Here here -> carryOut(delivery, part, reservation, here.hotel());
                });
    }

    private CompletionStage<@Nullable Violation> carryOut(
            Delivery delivery, String part, ReservationJson reservation, Hotel hotel) {
        Kind kind = reservation.happened().orElseThrow();
        if (kind == Kind.CANCELLED) {
            return receive(delivery, part, reservation, kind, null);
        }
        PlainBooking booking = reservation.booking(delivery.connection().name());
        @Nullable Violation unfit = BookingIntake.unfit(booking, hotel);
        return unfit != null
                ? CompletableFuture.completedFuture(unfit)
                : sealing.details(delivery, booking, hotel)
                        .thenCompose(details -> receive(delivery, part, reservation, kind, details));
    }

    private CompletionStage<@Nullable Violation> receive(
            Delivery delivery, String part, ReservationJson reservation, Kind kind, @Nullable BookingDetails details) {
        return intake.receive(
                delivery,
                part,
                new BookingIntake.Received(
                        reservation.remoteId(),
                        new Revision(reservation.revisedAt(), digest(reservation)),
                        kind,
                        details,
                        null));
    }

    private static String digest(ReservationJson reservation) {
        try {
            return HexFormat.of().formatHex(Ids.sha256(HttpJson.MAPPER.writeValueAsBytes(reservation)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }

    private ChannelMessage message(Delivery delivery, Push push, List<Result> results, long bytes) {
        Optional<Result> refused = results.stream()
                .filter(result -> !result.status().equals("accepted"))
                .findFirst();
        long accepted = results.stream()
                .filter(result -> result.status().equals("accepted"))
                .count();
        Outcome outcome = refused.isEmpty() ? Outcome.SUCCESS : accepted == 0 ? Outcome.ERROR : Outcome.WARNING;
        return new ChannelMessage(
                delivery.messageId(),
                delivery.tenant(),
                delivery.connection().name(),
                Direction.IN,
                ACTION,
                push.reservations().getFirst().hotelCode(),
                push.reservations().stream()
                        .map(ReservationJson::remoteId)
                        .distinct()
                        .toList(),
                outcome,
                200,
                refused.map(Result::code).orElse(null),
                refused.map(Result::reason).orElse(null),
                bytes,
                Duration.between(delivery.receivedAt(), clock.instant()),
                delivery.occurredAt(),
                delivery.receivedAt(),
                delivery.requestId());
    }
}
