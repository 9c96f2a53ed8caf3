package io.waymark.insights.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.insights.exports.Csv.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Found bookings as lines of CSV. Pure. */
final class BookingLines {

    private static final List<String> TEXTS_BEFORE = List.of(
            "id",
            "status",
            "propertyCode",
            "propertyName",
            "channel",
            "connection",
            "reference",
            "market",
            "country",
            "countryName");
    private static final List<String> NUMBERS = List.of("rooms", "adults", "children", "infants", "nights", "leadDays");
    private static final List<String> TEXTS_AFTER = List.of(
            "arrival",
            "departure",
            "agent",
            "company",
            "depositType",
            "customerType",
            "policyCode",
            "bookedAt",
            "updatedAt");

    private BookingLines() {}

    static String header() {
        List<String> names = new ArrayList<>(TEXTS_BEFORE);
        names.add("roomTypes");
        names.addAll(NUMBERS);
        names.add("total");
        names.add("currency");
        names.addAll(TEXTS_AFTER);
        return Csv.header(names);
    }

    static String line(ObjectNode booking) {
        List<Cell> cells = new ArrayList<>();
        TEXTS_BEFORE.forEach(field -> cells.add(text(booking.path(field))));
        List<String> roomTypes = new ArrayList<>();
        booking.path("roomTypes").forEach(code -> roomTypes.add(code.asText()));
        cells.add(new Cell.Text(String.join(" ", roomTypes)));
        NUMBERS.forEach(field -> cells.add(number(booking.path(field))));
        cells.add(new Cell.Amount(amount(booking.path("total"))));
        cells.add(text(booking.path("total").path("currency")));
        TEXTS_AFTER.forEach(field -> cells.add(text(booking.path(field))));
        return Csv.line(cells);
    }

    private static Cell text(JsonNode value) {
        return new Cell.Text(value.isTextual() ? value.textValue() : null);
    }

    private static Cell number(JsonNode value) {
        return new Cell.Amount(value.isNumber() ? value.decimalValue() : null);
    }

    /** In major units; may be negative, where the house owes a credit. */
    private static @Nullable BigDecimal amount(JsonNode money) {
        JsonNode currency = money.path("currency");
        return currency.isTextual()
                ? BigDecimal.valueOf(
                        money.path("amountMinor").longValue(),
                        Currency.getInstance(currency.textValue()).getDefaultFractionDigits())
                : null;
    }
}
