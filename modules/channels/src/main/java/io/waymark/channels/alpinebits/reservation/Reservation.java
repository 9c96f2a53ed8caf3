package io.waymark.channels.alpinebits.reservation;

import io.waymark.channels.alpinebits.HotelReference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HotelReservation: a booking, its change or cancellation, or a request for a quote.
 *
 * @param createdAt when this state of the reservation came to be with the sender
 * @param penalty the cancellation penalty in the sender's words
 */
public record Reservation(
        ReservationId id,
        Status status,
        Instant createdAt,
        List<RoomStay> roomStays,
        @Nullable Customer customer,
        Comments comments,
        boolean pets,
        @Nullable String penalty,
        List<SourceId> sources,
        @Nullable Agency agency,
        HotelReference hotel) {

    public Reservation {
        roomStays = List.copyOf(roomStays);
        sources = List.copyOf(sources);
    }

    /** ResStatus. */
    public enum Status {
        REQUESTED("Requested"),
        RESERVED("Reserved"),
        MODIFY("Modify"),
        CANCELLED("Cancelled");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * What stands in the comments.
     *
     * @param includedServices a list of services; ours also carries {@link BookingNotes}
     * @param customerComment the guest's own words
     */
    public record Comments(
            List<ListItem> includedServices, @Nullable String customerComment) {

        public static final Comments NONE = new Comments(List.of(), null);

        public Comments {
            includedServices = List.copyOf(includedServices);
        }
    }

    /** An item of a list, in one language. */
    public record ListItem(int number, String language, String text) {}

    /**
     * A HotelReservationID: where the reservation comes from.
     *
     * @param type a code of OpenTravel's list UIT: 13 is an internet broker, 4 a company
     */
    public record SourceId(
            int type,
            @Nullable String value,
            @Nullable String source,
            @Nullable String sourceContext) {}

    /** The travel agency that booked, as far as we use it. */
    public record Agency(String name, String code, String codeContext) {}
}
