package io.waymark.channels.rateplan;

import io.waymark.channels.rateplan.PricePlan.Sent;
import io.waymark.events.channels.RatePlanEvent.Price;
import io.waymark.kernel.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a room type costs for two by one rate plan, night by night. Pure. */
public record OwnPrices(boolean perPerson, List<Price> prices) {

    private static final int GUESTS = 2;

    public OwnPrices {
        prices = List.copyOf(prices);
    }

    /** The prices of a plan; none where nobody sent it or it is withdrawn. */
    public static OwnPrices of(PricePlan plan, String roomTypeCode) {
        return plan instanceof Sent sent && !sent.withdrawn()
                ? new OwnPrices(
                        sent.terms().perPerson(),
                        sent.prices().stream()
                                .filter(price -> price.guests() != null
                                        && price.roomTypeCode().equals(roomTypeCode))
                                .toList())
                : new OwnPrices(false, List.of());
    }

    /** The price of a room for two; where it is not said for two, that for the number of guests nearest to it. */
    public Optional<Money> on(LocalDate date) {
        return prices.stream()
                .filter(price -> price.nights().contains(date))
                .min(Comparator.comparingInt(OwnPrices::distance))
                .map(price -> perPerson ? price.amount().times(GUESTS) : price.amount());
    }

    private static int distance(Price price) {
        return Math.abs(Objects.requireNonNull(price.guests(), "only prices for guests are kept") - GUESTS);
    }
}
