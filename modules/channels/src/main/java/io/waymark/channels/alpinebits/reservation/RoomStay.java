package io.waymark.channels.alpinebits.reservation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One room of a reservation. A card that guarantees it is never read: we have no use for card numbers.
 *
 * @param mealPlan OpenTravel's MPT: 1 all inclusive, 3 bed and breakfast, 10 full board, 12 half board, 14 room only
 */
public record RoomStay(
        @Nullable RoomType roomType,
        @Nullable String ratePlanCode,
        @Nullable Commission commission,
        @Nullable Integer mealPlan,
        List<GuestCount> guests,
        TimeSpan timeSpan,
        @Nullable Total total) {

    public RoomStay {
        guests = List.copyOf(guests);
    }

    /** The room category. */
    public record RoomType(
            @Nullable String code,
            @Nullable Integer classification,
            @Nullable Integer type) {}

    /** What the seller keeps: a percentage or an amount. */
    public record Commission(
            @Nullable Integer percent,
            @Nullable BigDecimal amount,
            @Nullable String currency) {}

    /** How many guests of an age; without age they are adults. */
    public record GuestCount(int count, @Nullable Integer age) {}

    /** The price of the room for the whole stay, taxes included. */
    public record Total(BigDecimal amount, String currency) {}
}
