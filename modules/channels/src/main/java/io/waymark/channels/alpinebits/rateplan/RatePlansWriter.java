package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.Outcomes;
import io.waymark.channels.alpinebits.rateplan.RatePlan.BookingRule;
import io.waymark.channels.alpinebits.rateplan.RatePlan.Description;
import io.waymark.channels.alpinebits.rateplan.RatePlan.LengthOfStay;
import io.waymark.channels.alpinebits.xml.XmlElement;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes rate plans as documents that the schema accepts. */
public final class RatePlansWriter {

    private static final int RATE_PLAN_SET = 16;

    private RatePlansWriter() {}

    /** An OTA_HotelRatePlanNotifRQ. */
    public static XmlElement push(RatePlans plans) {
        XmlElement.Builder request = XmlElement.named(Action.PUSH_RATE_PLANS.requestRoot())
                .with("Version", Action.PUSH_RATE_PLANS.documentVersion());
        if (plans.completeSet()) {
            request.add(XmlElement.named("UniqueID")
                    .with("Type", RATE_PLAN_SET)
                    .with("ID", 1)
                    .with("Instance", "CompleteSet"));
        }
        return request.add(xml(plans)).build();
    }

    /** An OTA_HotelRatePlanRS that answers with these plans. */
    public static XmlElement answer(RatePlans plans) {
        return Outcomes.succeeded(Action.PULL_BASE_RATES).add(xml(plans)).build();
    }

    private static XmlElement xml(RatePlans plans) {
        return plans.hotel()
                .on(XmlElement.named("RatePlans"))
                .addAll(list(plans.plans(), RatePlansWriter::plan))
                .build();
    }

    private static XmlElement plan(RatePlan plan) {
        return XmlElement.named("RatePlan")
                .with(
                        "RatePlanNotifType",
                        plan.notification() == null ? null : plan.notification().word())
                .with("CurrencyCode", plan.currency())
                .with("RatePlanCode", plan.code())
                .with("RatePlanCategory", plan.category())
                .with("RatePlanID", plan.joinId())
                .with("RatePlanQualifier", plan.master())
                .add(group("BookingRules", list(plan.bookingRules(), RatePlansWriter::bookingRule)))
                .add(group("Rates", list(plan.rates(), RatePlansWriter::rate)))
                .add(group("Supplements", list(plan.supplements(), RatePlansWriter::supplement)))
                .add(group("Offers", list(plan.offers(), RatePlansWriter::offer)))
                .addAll(list(plan.descriptions(), RatePlansWriter::description))
                .build();
    }

    private static XmlElement bookingRule(BookingRule rule) {
        return XmlElement.named("BookingRule")
                .with("CodeContext", rule.forRoomType() ? "ROOMTYPE" : null)
                .with("Code", rule.roomTypeCode())
                .with("Start", rule.start())
                .with("End", rule.end())
                .add(lengths(rule.lengths()))
                .add(days(rule.arrivalDays(), rule.departureDays()))
                .add(status(rule.open()))
                .build();
    }

    private static @Nullable XmlElement status(@Nullable Boolean open) {
        return open == null
                ? null
                : XmlElement.named("RestrictionStatus")
                        .with("Restriction", "Master")
                        .with("Status", open ? "Open" : "Close")
                        .build();
    }

    private static @Nullable XmlElement lengths(List<LengthOfStay> lengths) {
        return group(
                "LengthsOfStay",
                list(
                        lengths,
                        length -> XmlElement.named("LengthOfStay")
                                .with("Time", length.nights())
                                .with("TimeUnit", "Day")
                                .with("MinMaxMessageType", length.limit())
                                .build()));
    }

    private static @Nullable XmlElement days(@Nullable Weekdays arrival, @Nullable Weekdays departure) {
        return XmlElement.named("DOW_Restrictions")
                .add(arrival == null ? null : arrival.xml("ArrivalDaysOfWeek"))
                .add(departure == null ? null : departure.xml("DepartureDaysOfWeek"))
                .unlessEmpty();
    }

    private static XmlElement rate(Rate rate) {
        return XmlElement.named("Rate")
                .with("InvTypeCode", rate.roomTypeCode())
                .with("Start", rate.start())
                .with("End", rate.end())
                .with("RateTimeUnit", rate.unitNights() == null ? null : "Day")
                .with("UnitMultiplier", rate.unitNights())
                .add(group("BaseByGuestAmts", list(rate.bases(), RatePlansWriter::base)))
                .add(group("AdditionalGuestAmounts", list(rate.additionals(), RatePlansWriter::additional)))
                .add(
                        rate.meals()
                                ? XmlElement.named("MealsIncluded")
                                        .with("MealPlanIndicator", true)
                                        .with("MealPlanCodes", rate.mealPlan())
                                        .build()
                                : null)
                .build();
    }

    private static XmlElement base(Rate.Base base) {
        return XmlElement.named("BaseByGuestAmt")
                .with("Type", base.type())
                .with("NumberOfGuests", base.guests())
                .with("AgeQualifyingCode", base.ageCode())
                .with("AmountAfterTax", plain(base.amount()))
                .with("CurrencyCode", base.currency())
                .build();
    }

    private static XmlElement additional(Rate.Additional additional) {
        return XmlElement.named("AdditionalGuestAmount")
                .with("AgeQualifyingCode", additional.ageCode())
                .with("MinAge", additional.minAge())
                .with("MaxAge", additional.maxAge())
                .with("Amount", plain(additional.amount()))
                .build();
    }

    static XmlElement supplement(Supplement supplement) {
        Supplement.@Nullable Prerequisite prerequisite = supplement.prerequisite();
        return XmlElement.named("Supplement")
                .with("InvType", supplement.type())
                .with("InvCode", supplement.code())
                .with("AddToBasicRateIndicator", supplement.addToRate())
                .with("MandatoryIndicator", supplement.mandatory())
                .with("ChargeTypeCode", supplement.chargeType())
                .with("Amount", plain(supplement.amount()))
                .with("Start", supplement.start())
                .with("End", supplement.end())
                .add(
                        prerequisite == null
                                ? null
                                : XmlElement.named("PrerequisiteInventory")
                                        .with("InvType", prerequisite.type())
                                        .with("InvCode", prerequisite.code())
                                        .build())
                .addAll(list(supplement.descriptions(), RatePlansWriter::description))
                .build();
    }

    static XmlElement offer(Offer offer) {
        Offer.@Nullable Discount discount = offer.discount();
        Offer.@Nullable Guest guest = offer.guest();
        return XmlElement.named("Offer")
                .add(
                        offer.rule() == null
                                ? null
                                : XmlElement.named("OfferRules")
                                        .add(offerRule(offer.rule()))
                                        .build())
                .add(
                        discount == null
                                ? null
                                : XmlElement.named("Discount")
                                        .with("Percent", 100)
                                        .with("NightsRequired", discount.nightsRequired())
                                        .with("NightsDiscounted", discount.nightsFree())
                                        .with("DiscountPattern", discount.pattern())
                                        .build())
                .add(
                        guest == null
                                ? null
                                : XmlElement.named("Guests").add(guest(guest)).build())
                .build();
    }

    private static XmlElement guest(Offer.Guest guest) {
        return XmlElement.named("Guest")
                .with("AgeQualifyingCode", guest.ageCode())
                .with("MaxAge", guest.maxAge())
                .with("MinCount", guest.minCount())
                .with("FirstQualifyingPosition", 1)
                .with("LastQualifyingPosition", guest.lastPosition())
                .build();
    }

    private static XmlElement offerRule(Offer.Rule rule) {
        return XmlElement.named("OfferRule")
                .with("MinAdvancedBookingOffset", rule.minDaysAhead() == null ? null : "P" + rule.minDaysAhead() + "D")
                .with("MaxAdvancedBookingOffset", rule.maxDaysAhead() == null ? null : "P" + rule.maxDaysAhead() + "D")
                .add(lengths(rule.lengths()))
                .add(days(rule.arrivalDays(), rule.departureDays()))
                .addAll(list(
                        rule.occupancies(),
                        occupancy -> XmlElement.named("Occupancy")
                                .with("AgeQualifyingCode", occupancy.ageCode())
                                .with("MinAge", occupancy.minAge())
                                .with("MaxAge", occupancy.maxAge())
                                .with("MinOccupancy", occupancy.min())
                                .with("MaxOccupancy", occupancy.max())
                                .build()))
                .build();
    }

    private static XmlElement description(Description description) {
        return XmlElement.named("Description")
                .with("Name", description.name())
                .addAll(list(description.texts(), text -> text.xml("Text")))
                .addAll(list(
                        description.others(),
                        item -> XmlElement.named(item.element())
                                .text(item.content())
                                .build()))
                .build();
    }

    private static @Nullable XmlElement group(String name, List<XmlElement> members) {
        return XmlElement.named(name).addAll(members).unlessEmpty();
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static <T> List<XmlElement> list(List<T> things, Function<T, XmlElement> write) {
        return things.stream().map(write).toList();
    }
}
