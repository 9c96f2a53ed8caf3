package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.rateplan.Offer.Discount;
import io.waymark.channels.alpinebits.rateplan.Offer.Guest;
import io.waymark.channels.alpinebits.rateplan.Offer.Occupancy;
import io.waymark.channels.alpinebits.rateplan.Offer.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules for offers: the conditions of the plan first, then at most one discount of each kind. */
final class OfferRules {

    private OfferRules() {}

    static void check(String plan, List<Offer> offers, List<Violation> found) {
        int freeNights = 0;
        int families = 0;
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            String what = plan + ": offer " + (i + 1);
            if (i == 0) {
                first(what, offer, found);
            } else if (offer.rule() != null || offer.discount() == null) {
                found.add(Violation.value(what + " must be a Discount: only the first offer has OfferRules"));
            } else if (offer.guest() != null) {
                families++;
                family(what, offer.discount(), offer.guest(), found);
            } else {
                freeNights++;
                freeNights(what, offer.discount(), found);
            }
        }
        if (freeNights > 1 || families > 1) {
            found.add(Violation.value(plan + " has more than one offer of free nights, or more than one for families"));
        }
    }

    private static void first(String what, Offer offer, List<Violation> found) {
        @Nullable Rule rule = offer.rule();
        if (rule == null || offer.discount() != null || offer.guest() != null) {
            found.add(Violation.missing(what + " must be the one with OfferRules, and with nothing else"));
            return;
        }
        BookingRuleRules.lengths(what, rule.lengths(), found);
        order(what + ": MinAdvancedBookingOffset", rule.minDaysAhead(), rule.maxDaysAhead(), found);
        int adults = 0;
        int children = 0;
        for (Occupancy occupancy : rule.occupancies()) {
            adults += occupancy.ageCode() == RateRules.ADULT ? 1 : 0;
            children += occupancy.ageCode() == RateRules.CHILD ? 1 : 0;
            order(what + ": MinAge", occupancy.minAge(), occupancy.maxAge(), found);
            order(what + ": MinOccupancy", occupancy.min(), occupancy.max(), found);
        }
        if (adults != 1 || children > 1) {
            found.add(Violation.value(what + " needs exactly one Occupancy of adults and at most one of children"));
        }
    }

    private static void freeNights(String what, Discount discount, List<Violation> found) {
        @Nullable Integer required = discount.nightsRequired();
        @Nullable Integer free = discount.nightsFree();
        if (required == null || free == null) {
            found.add(Violation.missing(what + ": free nights need NightsRequired and NightsDiscounted"));
            return;
        }
        order(what + ": NightsDiscounted", free, required, found);
        @Nullable String pattern = discount.pattern();
        if (pattern != null
                && (pattern.length() != required
                        || pattern.chars().filter(night -> night == '1').count() != free)) {
            found.add(Violation.value(what + ": DiscountPattern " + pattern + " must have " + required + " digits, "
                    + free + " of them 1"));
        }
    }

    private static void family(String what, Discount discount, Guest guest, List<Violation> found) {
        if (discount.nightsRequired() != null || discount.nightsFree() != null || discount.pattern() != null) {
            found.add(Violation.value(what + ": a family offer has no nights"));
        }
        if (guest.ageCode() != RateRules.CHILD) {
            found.add(Violation.value(what + ": a family offer is for children, AgeQualifyingCode " + RateRules.CHILD));
        }
    }

    private static void order(String what, @Nullable Integer low, @Nullable Integer high, List<Violation> found) {
        if (low != null && high != null && low > high) {
            found.add(Violation.value(what + " " + low + " is above its upper limit " + high));
        }
    }
}
