package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.reservation.PlainBooking;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.Guest;
import io.waymark.events.channels.ChannelBookingEvent.Kind;
import io.waymark.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a reservation as an OTA sends it.
 *
 * @param remoteId the channel's own number of the reservation
 * @param revisedAt the channel's own time of this revision; an older one never replaces a newer one
 * @param kind {@code new}, {@code modified} or {@code cancelled}
 */
record ReservationJson(
        String remoteId,
        Instant revisedAt,
        String kind,
        String hotelCode,
        @Nullable List<Room> rooms,
        @Nullable Money total,
        @Nullable Person guest,
        @Nullable String remarks) {

    private static final int LONGEST_ID = 64;
    private static final int MOST_ROOMS = 50;
    private static final int MOST_GUESTS = 100;
    private static final int LONGEST_STAY = 400;

    ReservationJson {
        rooms = rooms == null ? null : List.copyOf(rooms);
    }

    /** The body of a request. */
    record Push(List<ReservationJson> reservations) {
        Push {
            reservations = List.copyOf(reservations);
        }
    }

    /** What became of each reservation, in the order of the request. */
    record Results(List<Result> results) {
        Results {
            results = List.copyOf(results);
        }
    }

    /**
     * What became of one.
     *
     * @param status {@code accepted}, {@code refused}, or {@code unclear}: send it again
     */
    record Result(
            String remoteId,
            String status,
            @Nullable String code,
            @Nullable String reason) {}

    /** A room of the reservation. */
    record Room(
            String roomTypeCode,
            LocalDate arrival,
            LocalDate departure,
            int adults,
            @Nullable Integer children,
            @Nullable Integer infants,
            @Nullable String ratePlan,
            @Nullable String meal) {}

    /** Who comes. Personal data: sealed before it goes anywhere. */
    record Person(
            @Nullable String givenName,
            String surname,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language,
            @Nullable String country) {

        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /** What the channel says has happened; empty for a word that we do not know. */
    Optional<Kind> happened() {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "new" -> Optional.of(Kind.NEW);
            case "modified" -> Optional.of(Kind.MODIFIED);
            case "cancelled" -> Optional.of(Kind.CANCELLED);
            default -> Optional.empty();
        };
    }

    /** What makes it unusable, in one sentence; null where nothing does. */
    @Nullable
    String fault() {
        if (remoteId.isBlank() || remoteId.length() > LONGEST_ID) {
            return "remoteId has 1 to " + LONGEST_ID + " characters";
        }
        Optional<Kind> happened = happened();
        if (happened.isEmpty()) {
            return "kind is new, modified or cancelled";
        }
        if (happened.get() == Kind.CANCELLED) {
            return null;
        }
        if (rooms == null || rooms.isEmpty() || rooms.size() > MOST_ROOMS) {
            return "a reservation has 1 to " + MOST_ROOMS + " rooms";
        }
        if (total == null || guest == null) {
            return "a reservation that is not cancelled has a total and a guest";
        }
        return rooms.stream()
                .map(ReservationJson::fault)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> fault(Room room) {
        if (!room.arrival().isBefore(room.departure())
                || room.arrival().plusDays(LONGEST_STAY).isBefore(room.departure())) {
            return Optional.of("a stay has 1 to " + LONGEST_STAY + " nights");
        }
        int guests = room.adults() + orNone(room.children()) + orNone(room.infants());
        return room.adults() < 0 || orNone(room.children()) < 0 || orNone(room.infants()) < 0 || guests > MOST_GUESTS
                ? Optional.of("a room has 0 to " + MOST_GUESTS + " guests of each age")
                : Optional.empty();
    }

    /** The booking that it asks for; only where there is no fault and it is not a cancellation. */
    PlainBooking booking(String connection) {
        if (rooms == null || total == null || guest == null) {
            throw new IllegalStateException("the reservation has a fault");
        }
        return new PlainBooking(
                hotelCode,
                new BookingDetails.Sale(connection, connection, remoteId, "Online TA", null, null, null),
                rooms.stream()
                        .map(room -> new PlainBooking.Room(
                                room.roomTypeCode(),
                                room.arrival(),
                                room.departure(),
                                room.adults(),
                                orNone(room.children()),
                                orNone(room.infants()),
                                room.ratePlan(),
                                room.meal()))
                        .toList(),
                total,
                new Guest(guest.givenName(), guest.surname(), guest.email(), guest.phone(), guest.language()),
                remarks,
                guest.country(),
                new BookingDetails.Terms(null, null, null),
                0,
                0);
    }

    private static int orNone(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
