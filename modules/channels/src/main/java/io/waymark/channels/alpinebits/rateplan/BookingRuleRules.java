package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.Period;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.rateplan.RatePlan.BookingRule;
import io.waymark.channels.alpinebits.rateplan.RatePlan.LengthOfStay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules for booking rules: their days, categories and lengths of stay. */
final class BookingRuleRules {

    private BookingRuleRules() {}

    static void check(String plan, List<BookingRule> rules, List<Violation> found) {
        for (BookingRule rule : rules) {
            String what = name(plan, rule);
            found.addAll(Period.violations(what, rule.start(), rule.end()));
            if (rule.forRoomType() != (rule.roomTypeCode() != null)) {
                found.add(Violation.value(what + " needs CodeContext and Code together, or neither"));
            }
            lengths(what, rule.lengths(), found);
        }
        found.addAll(Period.overlaps(rules, rule -> name(plan, rule), rule -> Period.of(rule.start(), rule.end())));
    }

    /** Each limit once, and no stay that is too short and too long at the same time. */
    static void lengths(String what, List<LengthOfStay> lengths, List<Violation> found) {
        Set<String> seen = new HashSet<>();
        int min = 1;
        int max = Integer.MAX_VALUE;
        for (LengthOfStay length : lengths) {
            if (!seen.add(length.limit())) {
                found.add(Violation.value(what + " has " + length.limit() + " more than once"));
            }
            if (length.limit().contains("Min")) {
                min = Math.max(min, length.nights());
            } else if (length.limit().contains("Max")) {
                max = Math.min(max, length.nights());
            }
        }
        if (min > max) {
            found.add(Violation.value(
                    what + " asks for at least " + min + " and at most " + max + " nights: nobody can book"));
        }
    }

    private static String name(String plan, BookingRule rule) {
        return rule.roomTypeCode() == null
                ? plan + ": booking rule for all categories"
                : plan + ": booking rule for category " + rule.roomTypeCode();
    }
}
