package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.LanguageText;
import io.waymark.channels.alpinebits.rateplan.RatePlan.BookingRule;
import io.waymark.channels.alpinebits.rateplan.RatePlan.Description;
import io.waymark.channels.alpinebits.rateplan.RatePlan.Item;
import io.waymark.channels.alpinebits.rateplan.RatePlan.LengthOfStay;
import io.waymark.channels.alpinebits.rateplan.RatePlan.Notification;
import io.waymark.channels.alpinebits.xml.Values;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rate plans from valid documents. */
public final class RatePlansReader {

    private RatePlansReader() {}

    /** The rate plans of an OTA_HotelRatePlanNotifRQ, or of an OTA_HotelRatePlanRS that reports success. */
    public static RatePlans read(XmlElement document) {
        XmlElement plans = document.only("RatePlans");
        return new RatePlans(
                document.child("UniqueID") != null,
                HotelReference.of(plans),
                list(plans.children("RatePlan"), RatePlansReader::plan));
    }

    private static RatePlan plan(XmlElement plan) {
        return new RatePlan(
                notification(plan.attribute("RatePlanNotifType")),
                plan.attribute("RatePlanCode"),
                plan.attribute("CurrencyCode"),
                plan.attribute("RatePlanCategory"),
                plan.attribute("RatePlanID"),
                plan.bool("RatePlanQualifier"),
                list(plan.all("BookingRules", "BookingRule"), RatePlansReader::bookingRule),
                list(plan.all("Rates", "Rate"), RatePlansReader::rate),
                list(plan.all("Supplements", "Supplement"), RatePlansReader::supplement),
                list(plan.all("Offers", "Offer"), RatePlansReader::offer),
                list(plan.children("Description"), RatePlansReader::description));
    }

    private static @Nullable Notification notification(@Nullable String word) {
        for (Notification notification : Notification.values()) {
            if (notification.word().equals(word)) {
                return notification;
            }
        }
        return null;
    }

    private static BookingRule bookingRule(XmlElement rule) {
        @Nullable XmlElement status = rule.child("RestrictionStatus");
        return new BookingRule(
                Values.date(rule.attribute("Start")),
                Values.date(rule.attribute("End")),
                rule.attribute("CodeContext") != null,
                rule.attribute("Code"),
                lengths(rule),
                Weekdays.of(rule.path("DOW_Restrictions", "ArrivalDaysOfWeek")),
                Weekdays.of(rule.path("DOW_Restrictions", "DepartureDaysOfWeek")),
                status == null ? null : !"Close".equals(status.attribute("Status")));
    }

    private static List<LengthOfStay> lengths(XmlElement parent) {
        return list(
                parent.all("LengthsOfStay", "LengthOfStay"),
                length -> new LengthOfStay(
                        length.required("MinMaxMessageType"),
                        decimal(length.required("Time")).intValue()));
    }

    private static Rate rate(XmlElement rate) {
        @Nullable XmlElement meals = rate.child("MealsIncluded");
        return new Rate(
                rate.attribute("InvTypeCode"),
                Values.date(rate.attribute("Start")),
                Values.date(rate.attribute("End")),
                rate.integer("UnitMultiplier"),
                meals != null,
                meals == null ? null : meals.integer("MealPlanCodes"),
                list(rate.all("BaseByGuestAmts", "BaseByGuestAmt"), RatePlansReader::base),
                list(
                        rate.all("AdditionalGuestAmounts", "AdditionalGuestAmount"),
                        amount -> new Rate.Additional(
                                amount.integer("AgeQualifyingCode"),
                                amount.integer("MinAge"),
                                amount.integer("MaxAge"),
                                amount(amount.attribute("Amount")))));
    }

    private static Rate.Base base(XmlElement base) {
        return new Rate.Base(
                base.integer("NumberOfGuests"),
                base.integer("Type"),
                base.integer("AgeQualifyingCode"),
                amount(base.attribute("AmountAfterTax")),
                base.attribute("CurrencyCode"));
    }

    private static Supplement supplement(XmlElement supplement) {
        @Nullable XmlElement prerequisite = supplement.child("PrerequisiteInventory");
        return new Supplement(
                supplement.required("InvType"),
                supplement.required("InvCode"),
                supplement.bool("AddToBasicRateIndicator"),
                supplement.bool("MandatoryIndicator"),
                supplement.integer("ChargeTypeCode"),
                amount(supplement.attribute("Amount")),
                Values.date(supplement.attribute("Start")),
                Values.date(supplement.attribute("End")),
                prerequisite == null
                        ? null
                        : new Supplement.Prerequisite(
                                prerequisite.required("InvType"), prerequisite.required("InvCode")),
                list(supplement.children("Description"), RatePlansReader::description));
    }

    private static Offer offer(XmlElement offer) {
        @Nullable XmlElement rule = offer.path("OfferRules", "OfferRule");
        @Nullable XmlElement discount = offer.child("Discount");
        @Nullable XmlElement guest = offer.path("Guests", "Guest");
        return new Offer(
                rule == null ? null : offerRule(rule),
                discount == null
                        ? null
                        : new Offer.Discount(
                                discount.integer("NightsRequired"),
                                discount.integer("NightsDiscounted"),
                                discount.attribute("DiscountPattern")),
                guest == null
                        ? null
                        : new Offer.Guest(
                                Values.integer(guest.required("AgeQualifyingCode")),
                                Values.integer(guest.required("MaxAge")),
                                Values.integer(guest.required("MinCount")),
                                Values.integer(guest.required("LastQualifyingPosition"))));
    }

    private static Offer.Rule offerRule(XmlElement rule) {
        return new Offer.Rule(
                days(rule.attribute("MinAdvancedBookingOffset")),
                days(rule.attribute("MaxAdvancedBookingOffset")),
                lengths(rule),
                Weekdays.of(rule.path("DOW_Restrictions", "ArrivalDaysOfWeek")),
                Weekdays.of(rule.path("DOW_Restrictions", "DepartureDaysOfWeek")),
                list(
                        rule.children("Occupancy"),
                        occupancy -> new Offer.Occupancy(
                                Values.integer(occupancy.required("AgeQualifyingCode")),
                                occupancy.integer("MinAge"),
                                occupancy.integer("MaxAge"),
                                occupancy.integer("MinOccupancy"),
                                occupancy.integer("MaxOccupancy"))));
    }

    private static Description description(XmlElement description) {
        return new Description(
                description.required("Name"),
                list(description.children("Text"), LanguageText::of),
                list(
                        description.children().stream()
                                .filter(child -> !child.name().equals("Text"))
                                .toList(),
                        child -> new Item(child.name(), child.text())));
    }

    private static @Nullable Integer days(@Nullable String duration) {
        return duration == null ? null : Values.integer(duration.substring(1, duration.length() - 1));
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        return text == null ? null : decimal(text);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text.strip());
    }

    private static <T> List<T> list(List<XmlElement> elements, Function<XmlElement, T> read) {
        return elements.stream().map(read).toList();
    }
}
