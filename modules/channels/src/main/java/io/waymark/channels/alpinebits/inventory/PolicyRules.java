package io.waymark.channels.alpinebits.inventory;

import io.waymark.channels.alpinebits.Currencies;
import io.waymark.channels.alpinebits.LanguageText;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for the policies of a house: cancellation, charges, pets, taxes, payment and times. */
final class PolicyRules {

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]");

    private PolicyRules() {}

    static void check(XmlElement policies, List<Violation> found) {
        policies.children("Policy").forEach(policy -> policy(policy, found));
    }

    private static void policy(XmlElement policy, List<Violation> found) {
        if (policy.children().size() != 1) {
            found.add(Violation.value("a Policy has exactly one element, line " + policy.line()));
        }
        for (XmlElement kind : policy.children()) {
            switch (kind.name()) {
                case "CancelPolicy" -> texts(kind, kind.path("CancelPenalty", "PenaltyDescription"), found);
                case "CheckoutCharges" -> charge(kind.only("CheckoutCharge"), "Amount", "Description", found);
                case "PetsPolicies" -> charge(kind.only("PetsPolicy"), "NonRefundableFee", "Description", found);
                case "TaxPolicies" -> tax(kind.only("TaxPolicy"), found);
                case "GuaranteePaymentPolicy" -> payment(kind, found);
                case "StayRequirements" -> times(kind, found);
                case "PolicyInfo" -> {
                    time(kind, "CheckInTime", found);
                    time(kind, "CheckOutTime", found);
                }
                default -> found.add(Violation.value(kind.name() + " is not a policy, line " + kind.line()));
            }
        }
    }

    private static void charge(XmlElement charge, String amount, String description, List<Violation> found) {
        if (charge.attribute(amount) != null) {
            found.addAll(Currencies.violations(charge.name() + " with " + amount, charge.attribute("CurrencyCode")));
        }
        texts(charge, charge.child(description), found);
    }

    private static void tax(XmlElement tax, List<Violation> found) {
        if (tax.attribute("Code") == null) {
            found.add(Violation.missing("TaxPolicy needs Code 3, the city tax"));
        }
        if (tax.attribute("Amount") != null
                && (tax.attribute("ChargeFrequency") == null || tax.attribute("ChargeUnit") == null)) {
            found.add(Violation.missing(
                    "TaxPolicy with Amount needs ChargeFrequency 1, daily, and ChargeUnit 21, per person and night"));
        }
        charge(tax, "Amount", "TaxDescription", found);
    }

    private static void payment(XmlElement policy, List<Violation> found) {
        for (XmlElement accepted : policy.all("GuaranteePayment", "AcceptedPayments", "AcceptedPayment")) {
            if (accepted.children().size() != 1) {
                found.add(Violation.value("an AcceptedPayment has exactly one of BankAcct, Cash and PaymentCard, line "
                        + accepted.line()));
            }
            @Nullable XmlElement card = accepted.child("PaymentCard");
            if (card != null && card.attribute("CardCode") == null) {
                found.add(Violation.missing("a PaymentCard needs a CardCode, line " + card.line()));
            }
        }
    }

    private static void times(XmlElement requirements, List<Violation> found) {
        Set<String> contexts = new HashSet<>();
        for (XmlElement requirement : requirements.children("StayRequirement")) {
            @Nullable String context = requirement.attribute("StayContext");
            if (context == null || requirement.attribute("Start") == null || requirement.attribute("End") == null) {
                found.add(Violation.missing("a StayRequirement needs StayContext, Start and End"));
            } else if (!contexts.add(context)) {
                found.add(Violation.value("there is more than one StayRequirement for " + context));
            }
            time(requirement, "Start", found);
            time(requirement, "End", found);
        }
    }

    private static void time(XmlElement element, String attribute, List<Violation> found) {
        @Nullable String time = element.attribute(attribute);
        if (time != null && !TIME.matcher(time).matches()) {
            found.add(Violation.value(element.name() + " " + attribute + " " + time + " is not a time of day"));
        }
    }

    private static void texts(XmlElement policy, @Nullable XmlElement description, List<Violation> found) {
        if (description != null) {
            found.addAll(LanguageText.duplicates(
                    policy.name(),
                    description.children("Text").stream().map(LanguageText::of).toList()));
        }
    }
}
