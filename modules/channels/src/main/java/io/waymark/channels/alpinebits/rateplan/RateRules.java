package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.Currencies;
import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Period;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.rateplan.Rate.Additional;
import io.waymark.channels.alpinebits.rateplan.Rate.Base;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for rates: the static one first, then prices by category, days and guests. */
final class RateRules {

    static final int ADULT = 10;
    static final int CHILD = 8;

    private RateRules() {}

    static void check(String plan, RatePlan ratePlan, boolean complete, List<Violation> found) {
        List<Rate> rates = ratePlan.rates();
        for (int i = 0; i < rates.size(); i++) {
            Rate rate = rates.get(i);
            if (rate.isStatic()) {
                if (i > 0 || !complete) {
                    found.add(
                            Violation.value(plan + ": the static rate can only be the first rate of a New rate plan"));
                }
                staticRate(plan, rate, found);
            } else {
                if (i == 0 && complete && !ratePlan.derived()) {
                    found.add(Violation.missing(plan + ": the first rate must be the static rate"));
                }
                datedRate(plan, ratePlan, rate, found);
            }
        }
        found.addAll(Period.overlaps(
                rates.stream().filter(rate -> !rate.isStatic()).toList(),
                rate -> plan + ": rates for category " + rate.roomTypeCode(),
                rate -> Period.of(rate.start(), rate.end())));
    }

    private static void staticRate(String plan, Rate rate, List<Violation> found) {
        String what = plan + ": the static rate";
        if (rate.bases().size() != 1 || !meaning(rate.bases().getFirst())) {
            found.add(Violation.value(
                    what + " has exactly one BaseByGuestAmt, with Type and without NumberOfGuests, age or amount"));
        }
        if (rate.mealPlan() == null) {
            found.add(Violation.missing(what + " needs MealsIncluded with MealPlanCodes"));
        }
        if (!rate.additionals().isEmpty()) {
            found.add(Violation.value(what + " has no AdditionalGuestAmounts"));
        }
    }

    private static boolean meaning(Base base) {
        return base.type() != null && base.guests() == null && base.ageCode() == null && base.amount() == null;
    }

    private static void datedRate(String plan, RatePlan ratePlan, Rate rate, List<Violation> found) {
        String what = plan + ": the rate for category " + rate.roomTypeCode();
        if (rate.roomTypeCode() == null) {
            found.add(new Violation(
                    OtaError.INVALID_ROOM_TYPE, plan + ": every rate but the static one needs an InvTypeCode"));
        }
        found.addAll(Period.violations(what, rate.start(), rate.end()));
        if (rate.meals() || rate.unitNights() != null) {
            found.add(Violation.value(what + " has MealsIncluded or UnitMultiplier, which belong to the static rate"));
        }
        Set<Integer> guests = new HashSet<>();
        for (Base base : rate.bases()) {
            base(what, ratePlan, base, found);
            if (base.guests() != null && !guests.add(base.guests())) {
                found.add(Violation.value(what + " has more than one price for " + base.guests() + " guests"));
            }
        }
        additionals(what, rate.additionals(), found);
    }

    private static void base(String what, RatePlan ratePlan, Base base, List<Violation> found) {
        if (base.guests() == null || base.amount() == null) {
            found.add(Violation.missing(what + ": BaseByGuestAmt needs NumberOfGuests and AmountAfterTax"));
        }
        if (base.type() != null) {
            found.add(Violation.value(what + ": the Type of BaseByGuestAmt belongs to the static rate"));
        }
        @Nullable Integer age = base.ageCode();
        if (age != null && age != ADULT) {
            found.add(Violation.value(what + ": BaseByGuestAmt is for adults, AgeQualifyingCode " + ADULT));
        }
        @Nullable String currency = base.currency();
        if (currency != null) {
            found.addAll(Currencies.violations(what, currency));
            if (!currency.equals(ratePlan.currency())) {
                found.add(new Violation(
                        OtaError.INVALID_CURRENCY,
                        what + " is in " + currency + ", its rate plan in " + ratePlan.currency()));
            }
        }
    }

    private static void additionals(String what, List<Additional> amounts, List<Violation> found) {
        List<Additional> children = new ArrayList<>();
        int adults = 0;
        for (Additional amount : amounts) {
            @Nullable Integer age = amount.ageCode();
            if (amount.amount() == null) {
                found.add(Violation.missing(what + ": AdditionalGuestAmount needs an Amount"));
            }
            if (age == null || (age != ADULT && age != CHILD)) {
                found.add(Violation.value(
                        what + ": AdditionalGuestAmount needs AgeQualifyingCode " + ADULT + " or " + CHILD));
            } else if (age == CHILD) {
                child(what, amount, found);
                children.add(amount);
            } else if (++adults > 1) {
                found.add(Violation.value(what + " has more than one AdditionalGuestAmount for adults"));
            }
        }
        children.sort(Comparator.comparingInt(RateRules::youngest));
        for (int i = 1; i < children.size(); i++) {
            if (youngest(children.get(i)) < oldest(children.get(i - 1))) {
                found.add(Violation.value(what + ": the ages of AdditionalGuestAmounts overlap at "
                        + youngest(children.get(i)) + " years"));
            }
        }
    }

    private static void child(String what, Additional amount, List<Violation> found) {
        if (amount.minAge() == null && amount.maxAge() == null) {
            found.add(Violation.missing(what + ": AdditionalGuestAmount of children needs MinAge or MaxAge"));
        } else if (youngest(amount) >= oldest(amount)) {
            found.add(
                    Violation.value(what + ": MinAge " + amount.minAge() + " must be below MaxAge " + amount.maxAge()));
        }
    }

    private static int youngest(Additional amount) {
        @Nullable Integer age = amount.minAge();
        return age == null ? 0 : age;
    }

    private static int oldest(Additional amount) {
        @Nullable Integer age = amount.maxAge();
        return age == null ? Integer.MAX_VALUE : age;
    }
}
