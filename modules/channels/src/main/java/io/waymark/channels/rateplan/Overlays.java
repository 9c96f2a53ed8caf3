package io.waymark.channels.rateplan;

import io.waymark.events.channels.RatePlanEvent.Price;
import io.waymark.events.channels.RatePlanEvent.StayRule;
import io.waymark.kernel.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Lays the prices and rules of some days over those that were there. Pure. */
final class Overlays {

    private Overlays() {}

    /** New prices of a room type take all nights they are for, whatever number of guests the old ones were for. */
    static List<Price> prices(List<Price> old, List<Price> fresh) {
        return laid(
                old,
                fresh,
                Price::nights,
                (before, after) -> before.roomTypeCode().equals(after.roomTypeCode()),
                (price, nights) -> new Price(
                        price.roomTypeCode(),
                        nights,
                        price.guests(),
                        price.children(),
                        price.minAge(),
                        price.maxAge(),
                        price.amount()));
    }

    static List<StayRule> rules(List<StayRule> old, List<StayRule> fresh) {
        return laid(
                old,
                fresh,
                StayRule::days,
                (before, after) -> Objects.equals(before.roomTypeCode(), after.roomTypeCode()),
                (rule, days) -> new StayRule(
                        rule.roomTypeCode(),
                        days,
                        rule.minStay(),
                        rule.maxStay(),
                        rule.minStayThrough(),
                        rule.maxStayThrough(),
                        rule.arrivalDays(),
                        rule.departureDays(),
                        rule.open()));
    }

    private static <T> List<T> laid(
            List<T> old,
            List<T> fresh,
            Function<T, DateRange> days,
            BiPredicate<T, T> sameKind,
            BiFunction<T, DateRange, T> cut) {
        List<T> left = old;
        for (T cover : fresh) {
            List<T> next = new ArrayList<>();
            for (T thing : left) {
                if (sameKind.test(thing, cover)) {
                    uncovered(days.apply(thing), days.apply(cover)).forEach(rest -> next.add(cut.apply(thing, rest)));
                } else {
                    next.add(thing);
                }
            }
            left = next;
        }
        List<T> all = new ArrayList<>(left);
        all.addAll(fresh);
        return all;
    }

    /** The days of the first range that the second does not cover: none, one piece or two. */
    private static List<DateRange> uncovered(DateRange days, DateRange cover) {
        if (!cover.from().isBefore(days.to()) || !days.from().isBefore(cover.to())) {
            return List.of(days);
        }
        List<DateRange> rest = new ArrayList<>();
        if (days.from().isBefore(cover.from())) {
            rest.add(new DateRange(days.from(), cover.from()));
        }
        if (cover.to().isBefore(days.to())) {
            rest.add(new DateRange(cover.to(), days.to()));
        }
        return rest;
    }
}
