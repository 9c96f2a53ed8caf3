package io.waymark.pipeline.warehouse;

import io.waymark.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of {@code fact_stay_night}: one room of a booking for one night. */
public record StayNight(
        int line,
        LocalDate night,
        Status status,
        String propertyId,
        String roomTypeId,
        String roomTypeCode,
        String channel,
        @Nullable String market,
        @Nullable String country,
        int adults,
        int children,
        int infants,
        Money revenue,
        LocalDate bookedOn) {

    /** What has become of the night. */
    public enum Status {
        ON_BOOKS("on_books"),
        STAYED("stayed"),
        CANCELLED("cancelled"),
        NO_SHOW("no_show");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** As the column has it. */
        public String label() {
            return label;
        }

        /** Whether the room is taken. */
        public boolean occupied() {
            return this == ON_BOOKS || this == STAYED;
        }
    }
}
