package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.port.Hotel;
import io.waymark.channels.port.Hotels;
import java.util.concurrent.CompletionStage;

/** Finds the hotel that a message is about, if the connection may speak for it. */
final class HotelLookup {

    private final Hotels hotels;

    HotelLookup(Hotels hotels) {
        this.hotels = hotels;
    }

    /** What was found. */
    sealed interface Found {

        /** The hotel, and the connection may speak for it. */
        record Here(Hotel hotel) implements Found {}

        /** There is none, or it is none of the connection's business; both look the same from outside. */
        record Nowhere(Violation violation) implements Found {}
    }

    CompletionStage<Found> find(ChannelConnection connection, HotelReference reference) {
        return hotels.find(connection.tenant(), reference)
                .thenApply(hotel -> hotel.filter(found -> connection.speaksFor(found.code()))
                        .<Found>map(Found.Here::new)
                        .orElseGet(() -> new Found.Nowhere(new Violation(
                                OtaError.INVALID_HOTEL_CODE,
                                "this connection has no hotel '" + shortened(reference.toString()) + "'"))));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
