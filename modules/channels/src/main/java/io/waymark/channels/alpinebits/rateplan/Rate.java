package io.waymark.channels.alpinebits.rateplan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices: the static rate, which says what all prices of the plan mean, or those of a category in some days.
 *
 * @param mealPlan OpenTravel's MPT; of the static rate only
 * @param unitNights how many nights a price is for; of the static rate only
 */
public record Rate(
        @Nullable String roomTypeCode,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable Integer unitNights,
        boolean meals,
        @Nullable Integer mealPlan,
        List<Base> bases,
        List<Additional> additionals) {

    public Rate {
        bases = List.copyOf(bases);
        additionals = List.copyOf(additionals);
    }

    /** Whether this is the static rate: it is for no category and no days. */
    public boolean isStatic() {
        return roomTypeCode == null && start == null && end == null;
    }

    /**
     * BaseByGuestAmt: the price for a number of guests.
     *
     * @param type 7 per person, 25 per room; of the static rate only
     * @param ageCode 10 for adults
     */
    public record Base(
            @Nullable Integer guests,
            @Nullable Integer type,
            @Nullable Integer ageCode,
            @Nullable BigDecimal amount,
            @Nullable String currency) {}

    /**
     * AdditionalGuestAmount: the price of one guest more.
     *
     * @param ageCode 10 for adults, 8 for children
     * @param minAge youngest, included
     * @param maxAge oldest, excluded
     */
    public record Additional(
            @Nullable Integer ageCode,
            @Nullable Integer minAge,
            @Nullable Integer maxAge,
            @Nullable BigDecimal amount) {}
}
