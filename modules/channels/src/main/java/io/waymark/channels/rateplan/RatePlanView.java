package io.waymark.channels.rateplan;

import io.waymark.channels.rateplan.PricePlan.Sent;
import io.waymark.channels.rateplan.PricePlan.Unsent;
import io.waymark.events.channels.RatePlanEvent.Price;
import io.waymark.events.channels.RatePlanEvent.StayRule;
import io.waymark.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rate plan as the API shows it; in a list without prices and rules. */
public record RatePlanView(
        String id,
        long revision,
        String propertyId,
        String propertyCode,
        String code,
        @Nullable String name,
        String currency,
        String status,
        @Nullable String master,
        @Nullable List<RateView> rates,
        @Nullable List<StayRule> rules,
        Instant updatedAt) {

    /**
     * A price.
     *
     * @param to exclusive
     * @param guests how many adults the amount is for; absent where it is for one guest more
     */
    public record RateView(
            String roomTypeCode,
            LocalDate from,
            LocalDate to,
            @Nullable Integer guests,
            Money amount) {}

    /** The view of a state; empty where no channel has sent the plan. */
    public static Optional<RatePlanView> of(String id, PricePlan state, long revision) {
        return switch (state) {
            case Unsent unsent -> Optional.empty();
            case Sent sent ->
                Optional.of(new RatePlanView(
                        id,
                        revision,
                        sent.propertyId(),
                        sent.propertyCode(),
                        sent.terms().code(),
                        sent.terms().name(),
                        sent.terms().currency().getCurrencyCode(),
                        status(sent.withdrawn()),
                        sent.terms().priceList(),
                        sent.prices().stream().map(RatePlanView::rate).toList(),
                        sent.rules(),
                        sent.at()));
        };
    }

    /** The view of a list's entry. */
    public static RatePlanView of(RatePlanList.Entry entry) {
        return new RatePlanView(
                entry.id(),
                entry.revision(),
                entry.propertyId(),
                entry.propertyCode(),
                entry.code(),
                entry.name(),
                entry.currency(),
                status(entry.withdrawn()),
                null,
                null,
                null,
                entry.updatedAt());
    }

    private static RateView rate(Price price) {
        return new RateView(
                price.roomTypeCode(), price.nights().from(), price.nights().to(), price.guests(), price.amount());
    }

    private static String status(boolean withdrawn) {
        return withdrawn ? "withdrawn" : "active";
    }
}
