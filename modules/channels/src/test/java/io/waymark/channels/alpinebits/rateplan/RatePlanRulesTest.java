package io.waymark.channels.alpinebits.rateplan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.alpinebits.Samples;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.Wire;
import io.waymark.events.channels.RatePlanEvent.Price;
import io.waymark.events.channels.RatePlanEvent.Terms;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One good rate plan, the standard's own, and one mistake at a time. */
class RatePlanRulesTest {

    private static final String GOOD =
            new String(Samples.bytes("messages/RatePlans-OTA_HotelRatePlanNotifRQ.xml"), UTF_8);

    @Test
    void acceptsTheStandardsOwn() {
        assertReasons(GOOD).isEmpty();
    }

    @Test
    void survivesTheWire() {
        RatePlans plans = RatePlansReader.read(Wire.read(GOOD.getBytes(UTF_8)));

        assertThat(RatePlansReader.read(Wire.over(RatePlansWriter.push(plans)))).isEqualTo(plans);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HotelCode="123" HotelName="Frangart Inn"||HotelCode or HotelName
                    RatePlanNotifType="New"||needs a RatePlanNotifType
                    RatePlanCode="Rate1-4-HB"||needs a RatePlanCode
                    CurrencyCode="EUR"||needs a CurrencyCode
                    CurrencyCode="EUR"|CurrencyCode="EUX"|ISO 4217
                    RatePlanNotifType="New"|RatePlanNotifType="Remove"|must be empty
                    RatePlanNotifType="New"|RatePlanNotifType="Overlay"|no Offers
                    RatePlanNotifType="New"|RatePlanNotifType="New" RatePlanQualifier="true"|needs a RatePlanID
                    Start="2014-03-03" End="2014-04-17"|Start="2014-05-03" End="2014-04-17"|before it starts
                    Start="2014-03-03" End="2014-04-17"|Start="2014-03-03"|needs Start and End
                    Start="2014-03-03" End="2014-04-17"|Start="2014-03-03" End="2014-04-17" Code="double"|CodeContext and Code
                    Time="5" TimeUnit="Day" MinMaxMessageType="SetMaxLOS"|Time="4" TimeUnit="Day" MinMaxMessageType="SetMaxLOS"|nobody can book
                    Time="5" TimeUnit="Day" MinMaxMessageType="SetMaxLOS"|Time="5" TimeUnit="Day" MinMaxMessageType="SetMinLOS"|more than once
                    <BaseByGuestAmt Type="7"/>|<BaseByGuestAmt NumberOfGuests="1" AmountAfterTax="1"/>|exactly one BaseByGuestAmt
                    MealPlanCodes="12"||needs MealsIncluded
                    InvTypeCode="double" Start="2014-03-03" End="2014-03-08"|Start="2014-03-03" End="2014-03-08"|needs an InvTypeCode
                    InvTypeCode="double" Start="2014-03-03" End="2014-03-08"|InvTypeCode="double" Start="2014-03-03"|needs Start and End
                    InvTypeCode="double" Start="2014-03-03" End="2014-03-08"|InvTypeCode="double" Start="2014-03-03" End="2014-03-08" UnitMultiplier="7"|belong to the static rate
                    NumberOfGuests="2" AgeQualifyingCode="10"|NumberOfGuests="1" AgeQualifyingCode="10"|more than one price for 1
                    NumberOfGuests="2" AgeQualifyingCode="10"|NumberOfGuests="2" AgeQualifyingCode="8"|is for adults
                    NumberOfGuests="2" AgeQualifyingCode="10" AmountAfterTax="96"|NumberOfGuests="2" AgeQualifyingCode="10"|NumberOfGuests and AmountAfterTax
                    NumberOfGuests="2" AgeQualifyingCode="10"|NumberOfGuests="2" AgeQualifyingCode="10" CurrencyCode="CHF"|its rate plan in EUR
                    MinAge="3"  MaxAge="6"|MinAge="6"  MaxAge="3"|must be below MaxAge
                    MinAge="3"  MaxAge="6"|MinAge="3"  MaxAge="7"|ages of AdditionalGuestAmounts overlap
                    MaxAge="3" Amount="0"|Amount="0"|needs MinAge or MaxAge
                    AgeQualifyingCode="10" Amount="76.8"|AgeQualifyingCode="7" Amount="76.8"|AgeQualifyingCode 10 or 8
                    MandatoryIndicator="true"||needs AddToBasicRateIndicator
                    InvCode="0x539" AddToBasicRateIndicator|InvCode="other" AddToBasicRateIndicator|no description before it
                    ChargeTypeCode="18"|ChargeTypeCode="18" Amount="3"|Amount without Start
                    Start="2014-10-01" End="2014-10-11"|Start="2014-10-12" End="2014-10-11"|before it starts
                    <Occupancy AgeQualifyingCode="10" MinAge="16"/>||exactly one Occupancy of adults
                    <Occupancy AgeQualifyingCode="8"/>|<Occupancy AgeQualifyingCode="8"/><Occupancy AgeQualifyingCode="8"/>|at most one of children
                    <Occupancy AgeQualifyingCode="8"/>|<Occupancy AgeQualifyingCode="8" MinOccupancy="3" MaxOccupancy="2"/>|above its upper limit
                    <OfferRules>|<OfferRules/></Offer><Offer><OfferRules>|OfferRules
                    </Offers>|<Offer><Discount Percent="100" NightsRequired="7"/></Offer></Offers>|NightsRequired and NightsDiscounted
                    </Offers>|<Offer><Discount Percent="100" NightsRequired="7" NightsDiscounted="8"/></Offer></Offers>|above its upper limit
                    </Offers>|<Offer><Discount Percent="100" NightsRequired="7" NightsDiscounted="1" DiscountPattern="001"/></Offer></Offers>|7 digits
                    Name="intro"|Name="title"|more than once
                    """)
    void findsTheMistake(String good, String bad, String reason) {
        assertThat(GOOD).contains(good);
        String broken = GOOD.replaceFirst(
                java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad == null ? "" : bad));

        assertReasons(broken).isNotEmpty().anySatisfy(found -> assertThat(found).contains(reason));
    }

    @Test
    void refusesOverlappingRatesOfOneCategory() {
        String rate = GOOD.substring(GOOD.indexOf("<Rate InvTypeCode"), GOOD.indexOf("</Rates>"));

        assertReasons(GOOD.replace("</Rates>", rate + "</Rates>"))
                .singleElement()
                .asString()
                .contains("category double")
                .contains("overlap");
        assertReasons(GOOD.replace("</Rates>", rate.replace("\"double\"", "\"single\"") + "</Rates>"))
                .isEmpty();
        assertReasons(GOOD.replace("</Rates>", rate.replace("2014-03-0", "2014-04-0") + "</Rates>"))
                .isEmpty();
    }

    @Test
    void refusesTheSameRatePlanTwice() {
        String plan = GOOD.substring(GOOD.indexOf("<RatePlan "), GOOD.indexOf("</RatePlans>"));

        assertReasons(GOOD.replace("</RatePlans>", plan + "</RatePlans>"))
                .singleElement()
                .asString()
                .contains("more than once");
    }

    @Test
    void acceptsTheResetOfEverythingInACompleteSetOnly() {
        String reset = GOOD.substring(0, GOOD.indexOf("<RatePlans "))
                + "<UniqueID Type=\"16\" ID=\"1\" Instance=\"CompleteSet\"/>"
                + "<RatePlans HotelCode=\"123\"><RatePlan/></RatePlans></OTA_HotelRatePlanNotifRQ>";

        assertReasons(reset).isEmpty();
        assertReasons(reset.replaceFirst("<UniqueID[^>]*>", "")).isNotEmpty();
    }

    @Test
    void mapsPricesAndTermsAndBack() {
        RatePlan plan =
                RatePlansReader.read(Wire.read(GOOD.getBytes(UTF_8))).plans().getFirst();

        Terms terms = RatePlanMapping.terms(plan);
        List<Price> prices = RatePlanMapping.prices(plan);

        assertThat(terms)
                .isEqualTo(new Terms("Rate1-4-HB", Currency.getInstance("EUR"), "Lorem ipsum.", "HB", true, null));
        DateRange nights = new DateRange(LocalDate.of(2014, 3, 3), LocalDate.of(2014, 3, 9));
        assertThat(prices)
                .hasSize(7)
                .contains(new Price("double", nights, 2, false, null, null, Money.of(9600, "EUR")))
                .contains(new Price("double", nights, null, true, 3, 6, Money.of(3840, "EUR")));
        RatePlan answered = RatePlanMapping.rates(terms, prices);
        Wire.over(RatePlansWriter.answer(new RatePlans(
                false, new io.waymark.channels.alpinebits.HotelReference("123", null), List.of(answered))));
        assertThat(RatePlanMapping.prices(answered)).containsExactlyElementsOf(prices);
        assertThat(RatePlanMapping.terms(answered)).isEqualTo(terms);
        assertThat(RatePlanMapping.rules(plan)).singleElement().satisfies(rule -> {
            assertThat(rule.minStay()).isEqualTo(5);
            assertThat(rule.open()).isTrue();
        });
        assertThat(RatePlanMapping.extras(plan))
                .extracting("kind")
                .containsExactly("supplement", "supplement", "offer");
    }

    private static ListAssert<String> assertReasons(String document) {
        RatePlans plans = RatePlansReader.read(Wire.read(document.getBytes(UTF_8)));
        return assertThat(
                RatePlanRules.violations(plans).stream().map(Violation::reason).toList());
    }
}
