package io.waymark.sandbox.door;

import io.waymark.channels.alpinebits.rateplan.Rate;
import io.waymark.channels.alpinebits.rateplan.RatePlan;
import io.waymark.channels.alpinebits.rateplan.RatePlan.BookingRule;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import io.waymark.sandbox.channel.Copy;
import io.waymark.sandbox.channel.Copy.Room;
import io.waymark.sandbox.channel.CopyDay.CopyTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a rate plan says about prices and rules, day by day, for a copy that keeps one price a date. */
record AlpineBitsTerms(RatePlan plan) {

    private static final String MIN_STAY = "SetMinLOS";

    static AlpineBitsTerms of(RatePlan plan) {
        return new AlpineBitsTerms(plan);
    }

    /** Sets the dates of all rates and says how many periods that were. */
    long set(Copy copy, String hotel) {
        long periods = 0;
        for (Rate rate : plan.rates()) {
            if (!rate.isStatic() && rate.roomTypeCode() != null) {
                Room room = new Room(hotel, rate.roomTypeCode());
                DateRange days = AlpineBitsDesk.days(rate.start(), rate.end());
                days.dates().forEach(date -> {
                    @Nullable BookingRule rule = rule(rate.roomTypeCode(), date);
                    copy.setTerms(room, new DateRange(date, date.plusDays(1)), terms(rate, rule, date), 0);
                });
                periods++;
            }
        }
        return periods;
    }

    private CopyTerms terms(Rate rate, @Nullable BookingRule rule, LocalDate date) {
        int minStay = rule == null
                ? 0
                : rule.lengths().stream()
                        .filter(length -> length.limit().equals(MIN_STAY))
                        .mapToInt(RatePlan.LengthOfStay::nights)
                        .findFirst()
                        .orElse(0);
        return new CopyTerms(
                price(rate),
                minStay,
                rule != null
                        && rule.arrivalDays() != null
                        && !rule.arrivalDays().allowed().contains(date.getDayOfWeek()),
                rule != null
                        && rule.departureDays() != null
                        && !rule.departureDays().allowed().contains(date.getDayOfWeek()));
    }

    private @Nullable Money price(Rate rate) {
        @Nullable
        BigDecimal amount = rate.bases().stream()
                .map(Rate.Base::amount)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return amount == null || plan.currency() == null
                ? null
                : Money.roundedMajor(amount, Currency.getInstance(plan.currency()));
    }

    private @Nullable BookingRule rule(@Nullable String roomType, LocalDate date) {
        return plan.bookingRules().stream()
                .filter(rule ->
                        rule.roomTypeCode() == null || rule.roomTypeCode().equals(roomType))
                .filter(rule -> rule.start() != null
                        && rule.end() != null
                        && AlpineBitsDesk.days(rule.start(), rule.end()).contains(date))
                .findFirst()
                .orElse(null);
    }
}
