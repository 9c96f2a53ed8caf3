package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.Currencies;
import io.waymark.channels.alpinebits.LanguageText;
import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.rateplan.RatePlan.Description;
import io.waymark.channels.alpinebits.rateplan.RatePlan.Notification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The standard's rules for RatePlans, beyond what the schema can say. Pure. */
public final class RatePlanRules {

    private RatePlanRules() {}

    /** Everything that is wrong with the message; empty where it can be carried out. */
    public static List<Violation> violations(RatePlans message) {
        List<Violation> found = new ArrayList<>(message.hotel().violations());
        if (message.reset()) {
            return found;
        }
        Set<String> seen = new HashSet<>();
        for (RatePlan plan : message.plans()) {
            plan(message, plan, found);
            if (plan.code() != null && !seen.add(plan.joinId() + "/" + plan.code())) {
                found.add(Violation.value("the rate plan " + plan.code() + " is in the message more than once"));
            }
        }
        return List.copyOf(found);
    }

    private static void plan(RatePlans message, RatePlan plan, List<Violation> found) {
        @Nullable Notification notification = plan.notification();
        if (plan.code() == null) {
            found.add(new Violation(OtaError.INVALID_RATE_PLAN, "every RatePlan needs a RatePlanCode"));
        }
        if (plan.master() != null && plan.joinId() == null) {
            found.add(Violation.missing("RatePlanQualifier needs a RatePlanID"));
        }
        if (notification == null) {
            found.add(Violation.missing("every RatePlan needs a RatePlanNotifType"));
            return;
        }
        if (message.completeSet() && notification != Notification.NEW) {
            found.add(Violation.value(
                    "a CompleteSet has rate plans with RatePlanNotifType New only, not " + notification.word()));
        }
        switch (notification) {
            case NEW -> content(plan, true, found);
            case OVERLAY -> {
                content(plan, false, found);
                if (!plan.offers().isEmpty() || !plan.descriptions().isEmpty()) {
                    found.add(Violation.value(name(plan) + " is an Overlay, which has no Offers and no Description"));
                }
            }
            case REMOVE -> {
                if (!plan.bare()) {
                    found.add(Violation.value(name(plan) + " is to be removed and must be empty"));
                }
            }
        }
    }

    private static void content(RatePlan plan, boolean complete, List<Violation> found) {
        found.addAll(Currencies.violations(name(plan), plan.currency()));
        BookingRuleRules.check(name(plan), plan.bookingRules(), found);
        RateRules.check(name(plan), plan, complete, found);
        SupplementRules.check(name(plan), plan.supplements(), complete, complete && !plan.derived(), found);
        OfferRules.check(name(plan), plan.offers(), found);
        descriptions(name(plan), plan.descriptions(), found);
    }

    static void descriptions(String what, List<Description> descriptions, List<Violation> found) {
        Set<String> names = new HashSet<>();
        for (Description description : descriptions) {
            String named = what + ": the Description '" + description.name() + "'";
            if (!names.add(description.name())) {
                found.add(Violation.value(named + " is there more than once"));
            }
            // A gallery repeats languages on purpose: each picture has its own caption.
            if (!description.name().equals("gallery")) {
                found.addAll(LanguageText.duplicates(named, description.texts()));
                found.addAll(LanguageText.withoutPlainText(named, description.texts()));
            }
        }
    }

    private static String name(RatePlan plan) {
        return "rate plan " + plan.code();
    }
}
