package io.waymark.insights.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.waymark.insights.warehouse.Row;
import io.waymark.kernel.Money;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a booking, without personal data: the channel's reference stands for the guest.
 *
 * @param id its position in the feed
 * @param at when it happened
 * @param total of the booking as it is now
 */
public record ReservationEvent(
        String id,
        @JsonIgnore FeedPosition position,
        @JsonIgnore String tenant,
        Instant at,
        Instant recordedAt,
        String kind,
        String bookingId,
        String propertyId,
        @Nullable String propertyCode,
        String channel,
        @Nullable String reference,
        @Nullable String market,
        @Nullable String country,
        List<String> roomTypes,
        int guests,
        LocalDate arrival,
        int nights,
        Money total) {

    public ReservationEvent {
        roomTypes = List.copyOf(roomTypes);
    }

    static ReservationEvent read(Row row) throws SQLException {
        FeedPosition position = new FeedPosition(Long.parseLong(row.text("loaded_tx")), row.longNumber("ordering"));
        @Nullable String roomType = row.optionalText("room_type_code");
        return new ReservationEvent(
                position.text(),
                position,
                row.text("tenant"),
                row.time("occurred_at"),
                row.time("recorded_at"),
                row.text("kind"),
                row.text("booking_id"),
                row.text("property_id"),
                row.optionalText("property_code"),
                row.text("channel"),
                row.optionalText("reference"),
                row.optionalText("market"),
                row.optionalText("country"),
                roomType == null ? List.of() : List.of(roomType),
                row.number("guests"),
                row.date("arrival"),
                row.number("nights"),
                Money.roundedMajor(row.amount("total_amount"), Currency.getInstance(row.text("currency"))));
    }

    /** Whether it is of this property, by id or code; of any where none is named. */
    boolean isOf(@Nullable String property) {
        return property == null || property.equals(propertyId) || property.equals(propertyCode);
    }
}
