package io.waymark.channels.alpinebits.rateplan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.channels.alpinebits.LanguageText;
import io.waymark.channels.alpinebits.rateplan.Rate.Additional;
import io.waymark.channels.alpinebits.rateplan.Rate.Base;
import io.waymark.channels.alpinebits.rateplan.RatePlan.BookingRule;
import io.waymark.channels.alpinebits.rateplan.RatePlan.LengthOfStay;
import io.waymark.channels.alpinebits.reservation.Meals;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.events.channels.RatePlanEvent.Extra;
import io.waymark.events.channels.RatePlanEvent.Price;
import io.waymark.events.channels.RatePlanEvent.StayRule;
import io.waymark.events.channels.RatePlanEvent.Terms;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rate plans of AlpineBits in our own words, and our prices as rates for those who ask.
 *
 * <p>Only for rate plans that {@link RatePlanRules} accepts. A period's last day is included in AlpineBits and excluded
 * here.
 */
public final class RatePlanMapping {

    private static final int PER_PERSON = 7;
    private static final int PER_ROOM = 25;

    private RatePlanMapping() {}

    /** What all prices of the plan mean. */
    public static Terms terms(RatePlan plan) {
        @Nullable
        Rate fixed = plan.rates().stream().filter(Rate::isStatic).findFirst().orElse(null);
        boolean perPerson = fixed != null
                && fixed.bases().stream()
                        .anyMatch(base -> Integer.valueOf(PER_PERSON).equals(base.type()));
        return new Terms(
                Objects.requireNonNull(plan.code(), "the rules want a code"),
                currency(plan),
                name(plan),
                fixed == null ? null : Meals.meal(fixed.mealPlan()),
                perPerson,
                plan.joinId());
    }

    /** The prices by room type, nights and guests. */
    public static List<Price> prices(RatePlan plan) {
        List<Price> prices = new ArrayList<>();
        Currency currency = currency(plan);
        for (Rate rate : plan.rates()) {
            if (!rate.isStatic()) {
                String room = Objects.requireNonNull(rate.roomTypeCode(), "the rules want a room type");
                DateRange nights = days(rate.start(), rate.end());
                for (Base base : rate.bases()) {
                    prices.add(
                            new Price(room, nights, base.guests(), false, null, null, money(base.amount(), currency)));
                }
                for (Additional more : rate.additionals()) {
                    prices.add(new Price(
                            room,
                            nights,
                            null,
                            Integer.valueOf(RateRules.CHILD).equals(more.ageCode()),
                            more.minAge(),
                            more.maxAge(),
                            money(more.amount(), currency)));
                }
            }
        }
        return prices;
    }

    /** The rules for arrivals and stays. */
    public static List<StayRule> rules(RatePlan plan) {
        return plan.bookingRules().stream().map(RatePlanMapping::rule).toList();
    }

    /** Supplements and offers, as they were sent. */
    public static List<Extra> extras(RatePlan plan) {
        return Stream.concat(
                        plan.supplements().stream()
                                .map(supplement ->
                                        new Extra("supplement", document(RatePlansWriter.supplement(supplement)))),
                        plan.offers().stream().map(offer -> new Extra("offer", document(RatePlansWriter.offer(offer)))))
                .toList();
    }

    /** A plan for those who ask about prices: its static rate and the rates of the prices given. */
    public static RatePlan rates(Terms terms, List<Price> prices) {
        List<Rate> rates = new ArrayList<>();
        rates.add(new Rate(
                null,
                null,
                null,
                1,
                true,
                Meals.plan(terms.meal()),
                List.of(new Base(null, terms.perPerson() ? PER_PERSON : PER_ROOM, null, null, null)),
                List.of()));
        List<List<Price>> groups = new ArrayList<>();
        for (Price price : prices) {
            groups.stream()
                    .filter(group -> group.getFirst().roomTypeCode().equals(price.roomTypeCode())
                            && group.getFirst().nights().equals(price.nights()))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Price> group = new ArrayList<>();
                        groups.add(group);
                        return group;
                    })
                    .add(price);
        }
        groups.forEach(group -> rates.add(rate(group)));
        List<RatePlan.Description> names = terms.name() == null
                ? List.of()
                : List.of(new RatePlan.Description(
                        "title", List.of(new LanguageText("en", "PlainText", terms.name())), List.of()));
        return new RatePlan(
                null,
                terms.code(),
                terms.currency().getCurrencyCode(),
                null,
                terms.priceList(),
                null,
                List.of(),
                rates,
                List.of(),
                List.of(),
                names);
    }

    private static Rate rate(List<Price> group) {
        Price first = group.getFirst();
        return new Rate(
                first.roomTypeCode(),
                first.nights().from(),
                first.nights().to().minusDays(1),
                null,
                false,
                null,
                group.stream()
                        .filter(price -> price.guests() != null)
                        .map(price -> new Base(
                                price.guests(),
                                null,
                                RateRules.ADULT,
                                price.amount().major(),
                                null))
                        .toList(),
                group.stream()
                        .filter(price -> price.guests() == null)
                        .map(price -> new Additional(
                                price.children() ? RateRules.CHILD : RateRules.ADULT,
                                price.minAge(),
                                price.maxAge(),
                                price.amount().major()))
                        .toList());
    }

    private static StayRule rule(BookingRule rule) {
        return new StayRule(
                rule.roomTypeCode(),
                days(rule.start(), rule.end()),
                nights(rule, "SetMinLOS"),
                nights(rule, "SetMaxLOS"),
                nights(rule, "SetForwardMinStay"),
                nights(rule, "SetForwardMaxStay"),
                rule.arrivalDays() == null ? null : rule.arrivalDays().allowed(),
                rule.departureDays() == null ? null : rule.departureDays().allowed(),
                rule.open());
    }

    private static @Nullable Integer nights(BookingRule rule, String limit) {
        return rule.lengths().stream()
                .filter(length -> length.limit().equals(limit))
                .map(LengthOfStay::nights)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String name(RatePlan plan) {
        return plan.descriptions().stream()
                .filter(description -> description.name().equals("title"))
                .flatMap(description -> description.texts().stream())
                .map(LanguageText::text)
                .findFirst()
                .orElse(null);
    }

    private static Currency currency(RatePlan plan) {
        return Currency.getInstance(Objects.requireNonNull(plan.currency(), "the rules want a currency"));
    }

    private static Money money(@Nullable BigDecimal amount, Currency currency) {
        return Money.roundedMajor(Objects.requireNonNull(amount, "the rules want an amount"), currency);
    }

    private static DateRange days(@Nullable LocalDate start, @Nullable LocalDate end) {
        return new DateRange(
                Objects.requireNonNull(start, "the rules want a start"),
                Objects.requireNonNull(end, "the rules want an end").plusDays(1));
    }

    private static String document(XmlElement element) {
        return new String(XmlText.document(element), UTF_8);
    }
}
