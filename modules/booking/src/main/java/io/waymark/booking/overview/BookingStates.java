package io.waymark.booking.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waymark.booking.Booking;
import io.waymark.events.EventJson;
import io.waymark.runtime.entity.SealedTypesModule;
import java.io.UncheckedIOException;

/** States of bookings as JSON, in the read model's own column. */
final class BookingStates {

    private static final ObjectMapper MAPPER = EventJson.MAPPER.copy().registerModule(new SealedTypesModule());

    private BookingStates() {}

    static String write(Booking booking) {
        try {
            return MAPPER.writerFor(Booking.class).writeValueAsString(booking);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Booking read(String json) {
        try {
            return MAPPER.readValue(json, Booking.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
