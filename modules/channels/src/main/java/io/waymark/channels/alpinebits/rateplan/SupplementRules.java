package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.Period;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.rateplan.Supplement.Prerequisite;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for supplements: described once, priced by days. */
final class SupplementRules {

    private static final String DAYS_OF_WEEK = "ALPINEBITSDOW";
    private static final String ROOM_TYPE = "ROOMTYPE";
    private static final Pattern SEVEN_DAYS = Pattern.compile("[01]{7}");

    private SupplementRules() {}

    /** @param selfContained whether every price needs a description in the same rate plan */
    static void check(
            String plan, List<Supplement> supplements, boolean complete, boolean selfContained, List<Violation> found) {
        Set<String> described = new HashSet<>();
        for (Supplement supplement : supplements) {
            String what = plan + ": supplement " + supplement.code();
            if (supplement.isStatic()) {
                described(what, supplement, complete, found);
                if (!described.add(key(supplement))) {
                    found.add(Violation.value(what + " is described more than once"));
                }
            } else {
                priced(what, supplement, found);
                if (selfContained && !described.contains(key(supplement))) {
                    found.add(Violation.missing(what + " has a price but no description before it"));
                }
            }
        }
        found.addAll(Period.overlaps(
                supplements.stream()
                        .filter(supplement -> !supplement.isStatic())
                        .toList(),
                supplement -> plan + ": prices of supplement " + key(supplement) + roomType(supplement),
                supplement -> Period.of(supplement.start(), supplement.end())));
    }

    private static void described(String what, Supplement supplement, boolean complete, List<Violation> found) {
        if (!complete) {
            found.add(Violation.value(what + " can only be described in a New rate plan: Start and End are missing"));
        }
        if (supplement.addToRate() == null || supplement.mandatory() == null || supplement.chargeType() == null) {
            found.add(
                    Violation.missing(what + " needs AddToBasicRateIndicator, MandatoryIndicator and ChargeTypeCode"));
        }
        if (supplement.amount() != null) {
            found.add(Violation.value(what + " has an Amount without Start and End"));
        }
        @Nullable Prerequisite prerequisite = supplement.prerequisite();
        if (prerequisite != null
                && !(prerequisite.type().equals(DAYS_OF_WEEK)
                        && SEVEN_DAYS.matcher(prerequisite.code()).matches())) {
            found.add(Violation.value(
                    what + ": its PrerequisiteInventory has InvType " + DAYS_OF_WEEK + " and seven digits 0 or 1"));
        }
        RatePlanRules.descriptions(what, supplement.descriptions(), found);
    }

    private static void priced(String what, Supplement supplement, List<Violation> found) {
        found.addAll(Period.violations(what, supplement.start(), supplement.end()));
        if (supplement.addToRate() != null
                || supplement.mandatory() != null
                || supplement.chargeType() != null
                || !supplement.descriptions().isEmpty()) {
            found.add(Violation.value(what + " with Start and End has a price only, nothing of the description"));
        }
        @Nullable Prerequisite prerequisite = supplement.prerequisite();
        if (prerequisite != null && !prerequisite.type().equals(ROOM_TYPE)) {
            found.add(Violation.value(what + ": a price can only be limited to a " + ROOM_TYPE));
        }
    }

    private static String key(Supplement supplement) {
        return supplement.type() + " " + supplement.code();
    }

    private static String roomType(Supplement supplement) {
        @Nullable Prerequisite prerequisite = supplement.prerequisite();
        return prerequisite == null ? "" : " for category " + prerequisite.code();
    }
}
