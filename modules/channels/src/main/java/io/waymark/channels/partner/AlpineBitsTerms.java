package io.waymark.channels.partner;

import io.waymark.channels.alpinebits.rateplan.Rate;
import io.waymark.channels.alpinebits.rateplan.Rate.Base;
import io.waymark.channels.alpinebits.rateplan.RatePlan;
import io.waymark.channels.alpinebits.rateplan.RatePlan.BookingRule;
import io.waymark.channels.alpinebits.rateplan.RatePlan.LengthOfStay;
import io.waymark.channels.alpinebits.rateplan.RatePlan.Notification;
import io.waymark.channels.alpinebits.rateplan.Weekdays;
import io.waymark.channels.connection.Outbound;
import io.waymark.channels.sync.ChannelSync.Mapping;
import io.waymark.channels.sync.ChannelSync.Outgoing.TermsMessage;
import io.waymark.channels.sync.DayOffer.Terms;
import io.waymark.channels.sync.Runs;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prices and rules of dates as an overlay of a rate plan. */
final class AlpineBitsTerms {

    private static final int GUESTS = 2;
    private static final int ADULT = 10;
    private static final Set<DayOfWeek> NO_DAY = EnumSet.noneOf(DayOfWeek.class);
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    private AlpineBitsTerms() {}

    /** The overlay; empty where no date has a price, because AlpineBits says rules with prices only. */
    static Optional<RatePlan> overlay(Outbound outbound, Mapping mapping, TermsMessage message) {
        @Nullable String code = outbound.ratePlan();
        Optional<Money> any = message.terms().values().stream()
                .map(Terms::price)
                .filter(Objects::nonNull)
                .findFirst();
        if (code == null || any.isEmpty()) {
            return Optional.empty();
        }
        List<Rate> rates = new ArrayList<>();
        List<BookingRule> rules = new ArrayList<>();
        Runs.of(message.terms(), (dates, terms) -> rates.addAll(rate(mapping, dates, terms)));
        Runs.of(message.terms(), (dates, terms) -> rules.add(rule(mapping, dates, terms)));
        return Optional.of(new RatePlan(
                Notification.OVERLAY,
                code,
                any.get().currency().getCurrencyCode(),
                null,
                null,
                null,
                rules,
                rates,
                List.of(),
                List.of(),
                List.of()));
    }

    private static List<Rate> rate(Mapping mapping, DateRange dates, Terms terms) {
        @Nullable Money price = terms.price();
        return price == null
                ? List.of()
                : List.of(new Rate(
                        mapping.roomTypeCode(),
                        dates.from(),
                        dates.to().minusDays(1),
                        null,
                        false,
                        null,
                        List.of(new Base(GUESTS, null, ADULT, price.major(), null)),
                        List.of()));
    }

    private static BookingRule rule(Mapping mapping, DateRange dates, Terms terms) {
        return new BookingRule(
                dates.from(),
                dates.to().minusDays(1),
                true,
                mapping.roomTypeCode(),
                terms.minStay() > 0 ? List.of(new LengthOfStay("SetMinLOS", terms.minStay())) : List.of(),
                new Weekdays(terms.closedToArrival() ? NO_DAY : EVERY_DAY),
                new Weekdays(terms.closedToDeparture() ? NO_DAY : EVERY_DAY),
                null);
    }
}
