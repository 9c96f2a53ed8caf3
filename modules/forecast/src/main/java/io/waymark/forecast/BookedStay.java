package io.waymark.forecast;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One room that was sold for some nights, and from which day to which the books said so.
 *
 * <p>A reservation of several rooms is several of them. A stay that was moved is two: the old one, lost on the day of the
 * change, and the new one, booked on that day.
 *
 * @param cohort what is known of it when it is booked (deposit, market, …): those of one cohort are lost alike
 * @param bookedOn the day at whose end the books had it first
 * @param departure the day after the last night; the arrival itself for day use
 * @param lostOn the day at whose end the books no longer had it (cancelled, moved, or did not come); null while they have
 */
public record BookedStay(
        String cohort,
        LocalDate bookedOn,
        LocalDate arrival,
        LocalDate departure,
        @Nullable LocalDate lostOn) {

    public BookedStay {
        requireNonNull(cohort);
        requireNonNull(bookedOn);
        if (departure.isBefore(arrival)) {
            throw new IllegalArgumentException(
                    "a stay cannot end on " + departure + ", before it begins on " + arrival);
        }
    }
}
