package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.rateplan.RatePlan.LengthOfStay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a rate plan, or a discount: free nights, or children who stay free. */
public record Offer(
        @Nullable Rule rule,
        @Nullable Discount discount,
        @Nullable Guest guest) {

    /**
     * OfferRule: who may book, and when.
     *
     * @param minDaysAhead latest moment of booking, in days before arrival
     * @param maxDaysAhead earliest moment of booking, in days before arrival
     */
    public record Rule(
            @Nullable Integer minDaysAhead,
            @Nullable Integer maxDaysAhead,
            List<LengthOfStay> lengths,
            @Nullable Weekdays arrivalDays,
            @Nullable Weekdays departureDays,
            List<Occupancy> occupancies) {

        public Rule {
            lengths = List.copyOf(lengths);
            occupancies = List.copyOf(occupancies);
        }
    }

    /**
     * How many guests of an age the plan is for.
     *
     * @param ageCode 10 for adults, 8 for children
     */
    public record Occupancy(
            int ageCode,
            @Nullable Integer minAge,
            @Nullable Integer maxAge,
            @Nullable Integer min,
            @Nullable Integer max) {}

    /**
     * Something is free.
     *
     * @param pattern which nights of the required ones are free, as 1
     */
    public record Discount(
            @Nullable Integer nightsRequired,
            @Nullable Integer nightsFree,
            @Nullable String pattern) {}

    /** Which children stay free. */
    public record Guest(int ageCode, int maxAge, int minCount, int lastPosition) {}
}
