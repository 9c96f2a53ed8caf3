package io.waymark.channels.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.channels.alpinebits.reservation.PlainBooking;
import io.waymark.channels.alpinebits.reservation.Reservation;
import io.waymark.channels.alpinebits.reservation.ReservationWriter;
import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.channels.booking.ChannelBookings;
import io.waymark.channels.port.Hotel;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.RoomStay;
import io.waymark.kernel.Sealed;
import io.waymark.runtime.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Makes booking details of what a channel sent: room types looked up, personal data sealed under the guest's key. */
final class DetailsSealing {

    private final Vault vault;

    DetailsSealing(Vault vault) {
        this.vault = vault;
    }

    /** The details; every room type must be one of the hotel's. */
    CompletionStage<BookingDetails> details(Delivery delivery, PlainBooking booking, Hotel hotel) {
        String subject = ChannelBookings.subject(
                delivery.tenant(),
                delivery.connection().name(),
                Objects.requireNonNull(booking.sale().reference(), "a channel's booking has the channel's number"));
        return vault.seal(delivery.tenant(), subject, booking.guest())
                .thenCompose(guest -> remarks(delivery, subject, booking.remarks())
                        .thenApply(remarks -> new BookingDetails(
                                hotel.propertyId(),
                                hotel.code(),
                                booking.sale(),
                                rooms(booking, hotel),
                                booking.total(),
                                guest,
                                remarks,
                                booking.country(),
                                booking.terms(),
                                booking.specialRequests(),
                                booking.parkingSpaces())));
    }

    /** A request for a quote in the channel's own words, for somebody to read and answer. */
    CompletionStage<Sealed<String>> inquiry(Delivery delivery, Reservation reservation) {
        String subject = ChannelBookings.subject(
                delivery.tenant(),
                delivery.connection().name(),
                reservation.id().id());
        String words = new String(XmlText.document(ReservationWriter.push(List.of(reservation))), UTF_8);
        return vault.seal(delivery.tenant(), subject, words);
    }

    private CompletionStage<@Nullable Sealed<String>> remarks(
            Delivery delivery, String subject, @Nullable String remarks) {
        if (remarks == null) {
            return CompletableFuture.completedFuture(null);
        }
        return vault.seal(delivery.tenant(), subject, remarks).thenApply(box -> box);
    }

    private static List<RoomStay> rooms(PlainBooking booking, Hotel hotel) {
        List<RoomStay> stays = new ArrayList<>();
        for (PlainBooking.Room room : booking.rooms()) {
            stays.add(new RoomStay(
                    stays.size() + 1,
                    hotel.room(room.roomTypeCode()).orElseThrow().roomTypeId(),
                    room.roomTypeCode(),
                    room.arrival(),
                    room.departure(),
                    room.adults(),
                    room.children(),
                    room.infants(),
                    room.ratePlan(),
                    room.meal()));
        }
        return stays;
    }
}
