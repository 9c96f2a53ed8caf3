package io.waymark.events.booking;

import org.jspecify.annotations.Nullable;

/** The person a booking is for. Never journalled readable: it stands in events inside a {@code Sealed}. */
public record Guest(
        @Nullable String givenName,
        String surname,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language) {}
