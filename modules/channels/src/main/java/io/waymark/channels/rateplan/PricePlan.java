package io.waymark.channels.rateplan;

import io.waymark.events.channels.RatePlanEvent.Extra;
import io.waymark.events.channels.RatePlanEvent.Price;
import io.waymark.events.channels.RatePlanEvent.StayRule;
import io.waymark.events.channels.RatePlanEvent.Terms;
import io.waymark.runtime.entity.ClusterMessage;
import java.time.Instant;
import java.util.List;

/** A rate plan: not sent yet, or sent, and then sold or withdrawn. */
public sealed interface PricePlan extends ClusterMessage {

    /** No channel has sent it. */
    record Unsent() implements PricePlan {}

    /**
     * A channel has sent it.
     *
     * @param withdrawn whether it is no longer sold
     * @param prices none of one room type and number of guests overlap
     * @param at when it last changed
     */
    record Sent(
            String connection,
            String propertyId,
            String propertyCode,
            Terms terms,
            List<Price> prices,
            List<StayRule> rules,
            List<Extra> extras,
            boolean withdrawn,
            Instant at)
            implements PricePlan {

        public Sent {
            prices = List.copyOf(prices);
            rules = List.copyOf(rules);
            extras = List.copyOf(extras);
        }
    }
}
