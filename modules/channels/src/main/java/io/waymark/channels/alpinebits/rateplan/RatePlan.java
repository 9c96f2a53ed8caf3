package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.LanguageText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rate plan, or what is new in one.
 *
 * @param notification what is to be done with it; absent in answers
 * @param joinId the price list that several rate plans with different meals share
 * @param master whether it is the one of a price list that the others derive from
 */
public record RatePlan(
        @Nullable Notification notification,
        @Nullable String code,
        @Nullable String currency,
        @Nullable String category,
        @Nullable String joinId,
        @Nullable Boolean master,
        List<BookingRule> bookingRules,
        List<Rate> rates,
        List<Supplement> supplements,
        List<Offer> offers,
        List<Description> descriptions) {

    public RatePlan {
        bookingRules = List.copyOf(bookingRules);
        rates = List.copyOf(rates);
        supplements = List.copyOf(supplements);
        offers = List.copyOf(offers);
        descriptions = List.copyOf(descriptions);
    }

    boolean empty() {
        return notification == null && code == null && bare();
    }

    /** Whether it takes what it does not say itself from the master of its price list. */
    boolean derived() {
        return joinId != null && !Boolean.TRUE.equals(master);
    }

    /** Whether it has no content beyond its attributes. */
    boolean bare() {
        return bookingRules.isEmpty()
                && rates.isEmpty()
                && supplements.isEmpty()
                && offers.isEmpty()
                && descriptions.isEmpty();
    }

    /** RatePlanNotifType. */
    public enum Notification {
        NEW("New"),
        OVERLAY("Overlay"),
        REMOVE("Remove");

        private final String word;

        Notification(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * When one may book.
     *
     * @param roomTypeCode the category it is for; null for all
     * @param arrivalDays seven days from Monday on; null where every day will do
     * @param open whether the days can be booked at all; null where that stays as it is
     */
    public record BookingRule(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            boolean forRoomType,
            @Nullable String roomTypeCode,
            List<LengthOfStay> lengths,
            @Nullable Weekdays arrivalDays,
            @Nullable Weekdays departureDays,
            @Nullable Boolean open) {

        public BookingRule {
            lengths = List.copyOf(lengths);
        }
    }

    /**
     * A limit of nights.
     *
     * @param limit SetMinLOS, SetMaxLOS, SetForwardMinStay or SetForwardMaxStay
     */
    public record LengthOfStay(String limit, int nights) {}

    /**
     * Texts or pictures about a rate plan or supplement.
     *
     * @param name title, intro, description, gallery or codelist
     * @param others list items, pictures and addresses, each with the name of its element
     */
    public record Description(String name, List<LanguageText> texts, List<Item> others) {

        public Description {
            texts = List.copyOf(texts);
            others = List.copyOf(others);
        }
    }

    /** An element of a description that is not a text. */
    public record Item(String element, String content) {}
}
