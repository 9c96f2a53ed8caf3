package io.waymark.events.channels;

import io.waymark.events.Event;
import io.waymark.events.EventName;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What happens to a rate plan: prices and the rules under which they can be booked. */
public sealed interface RatePlanEvent extends Event {

    /** The rate plan was sent as a whole; replaces what it was before. */
    @EventName("channels.rate-plan-defined.v1")
    record RatePlanDefined(
            String connection,
            String propertyId,
            String propertyCode,
            Terms terms,
            List<Price> prices,
            List<StayRule> rules,
            List<Extra> extras)
            implements RatePlanEvent {

        public RatePlanDefined {
            prices = List.copyOf(prices);
            rules = List.copyOf(rules);
            extras = List.copyOf(extras);
        }
    }

    /** Prices and rules of some days are new; all other days stay as they were. */
    @EventName("channels.rate-plan-overlaid.v1")
    record RatePlanOverlaid(String connection, List<Price> prices, List<StayRule> rules) implements RatePlanEvent {

        public RatePlanOverlaid {
            prices = List.copyOf(prices);
            rules = List.copyOf(rules);
        }
    }

    /** The rate plan is no longer sold. */
    @EventName("channels.rate-plan-withdrawn.v1")
    record RatePlanWithdrawn(String connection) implements RatePlanEvent {}

    /**
     * What all prices of the plan mean.
     *
     * @param name in the first language that has one
     * @param meal BB, HB, FB, SC (room only) or AI
     * @param perPerson whether prices are per person; otherwise per room
     * @param priceList the price list that plans with different meals share
     */
    record Terms(
            String code,
            Currency currency,
            @Nullable String name,
            @Nullable String meal,
            boolean perPerson,
            @Nullable String priceList) {}

    /**
     * The price of a room type for some nights.
     *
     * @param guests how many adults the amount is for; null where it is for one guest more
     * @param children whether the guest more is a child
     * @param minAge youngest, included
     * @param maxAge oldest, excluded
     */
    record Price(
            String roomTypeCode,
            DateRange nights,
            @Nullable Integer guests,
            boolean children,
            @Nullable Integer minAge,
            @Nullable Integer maxAge,
            Money amount) {}

    /**
     * When one may book.
     *
     * @param roomTypeCode the room type it is for; null for all
     * @param minStay fewest nights of a stay that arrives in these days
     * @param minStayThrough fewest nights of a stay that touches these days
     * @param arrivalDays days of the week on which one may arrive; null for every day
     * @param open whether the days can be booked; null where nothing is said
     */
    record StayRule(
            @Nullable String roomTypeCode,
            DateRange days,
            @Nullable Integer minStay,
            @Nullable Integer maxStay,
            @Nullable Integer minStayThrough,
            @Nullable Integer maxStayThrough,
            @Nullable Set<DayOfWeek> arrivalDays,
            @Nullable Set<DayOfWeek> departureDays,
            @Nullable Boolean open) {

        public StayRule {
            arrivalDays = inOrder(arrivalDays);
            departureDays = inOrder(departureDays);
        }

        /** Equal sets must have equal bytes in the journal, whatever order they came in. */
        private static @Nullable Set<DayOfWeek> inOrder(@Nullable Set<DayOfWeek> days) {
            return days == null ? null : Collections.unmodifiableSet(new TreeSet<>(days));
        }
    }

    /**
     * A supplement or an offer, as the channel describes it.
     *
     * @param kind supplement or offer
     * @param document the channel's description, an element of AlpineBits as XML
     */
    record Extra(String kind, String document) {}
}
