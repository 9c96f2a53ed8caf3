package io.waymark.pipeline.warehouse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The one rule by which a time becomes a date in the warehouse: its date in UTC. */
public final class UtcDates {

    private UtcDates() {}

    public static LocalDate of(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
