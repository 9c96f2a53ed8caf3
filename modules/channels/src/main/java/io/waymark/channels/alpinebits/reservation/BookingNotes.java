package io.waymark.channels.alpinebits.reservation;

import io.waymark.channels.alpinebits.reservation.Reservation.ListItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a booking says and AlpineBits has no field for, as items of the list of included services, such as {@code
 * Parking spaces: 1}. Whoever does not know them reads them as what they are; we read them back.
 *
 * @param credit what the house owes the guest, which Total cannot say because it is never negative
 */
record BookingNotes(
        @Nullable String customerType,
        @Nullable String policyCode,
        @Nullable String depositType,
        int specialRequests,
        int parkingSpaces,
        @Nullable BigDecimal credit) {

    private static final String LANGUAGE = "en";
    private static final String CUSTOMER_TYPE = "Customer type: ";
    private static final String POLICY = "Policy: ";
    private static final String DEPOSIT = "Deposit: ";
    private static final String SPECIAL_REQUESTS = "Special requests: ";
    private static final String PARKING_SPACES = "Parking spaces: ";
    private static final String CREDIT = "Credit: ";
    private static final List<String> LABELS =
            List.of(CUSTOMER_TYPE, POLICY, DEPOSIT, SPECIAL_REQUESTS, PARKING_SPACES, CREDIT);

    List<ListItem> items() {
        List<ListItem> items = new ArrayList<>();
        add(CUSTOMER_TYPE, customerType, items);
        add(POLICY, policyCode, items);
        add(DEPOSIT, depositType, items);
        add(SPECIAL_REQUESTS, specialRequests == 0 ? null : Integer.toString(specialRequests), items);
        add(PARKING_SPACES, parkingSpaces == 0 ? null : Integer.toString(parkingSpaces), items);
        add(CREDIT, credit == null ? null : credit.toPlainString(), items);
        return items;
    }

    static BookingNotes of(List<ListItem> items) {
        return new BookingNotes(
                value(CUSTOMER_TYPE, items),
                value(POLICY, items),
                value(DEPOSIT, items),
                count(value(SPECIAL_REQUESTS, items)),
                count(value(PARKING_SPACES, items)),
                amount(value(CREDIT, items)));
    }

    /** The services that are really services, in one line; null where there are none. */
    static @Nullable String services(List<ListItem> items) {
        String services = items.stream()
                .map(ListItem::text)
                .filter(text -> LABELS.stream().noneMatch(text::startsWith))
                .collect(Collectors.joining(", "));
        return services.isEmpty() ? null : services;
    }

    private static void add(String label, @Nullable String value, List<ListItem> items) {
        if (value != null && !value.isBlank()) {
            items.add(new ListItem(items.size() + 1, LANGUAGE, label + value));
        }
    }

    private static @Nullable String value(String label, List<ListItem> items) {
        return items.stream()
                .map(ListItem::text)
                .filter(text -> text.startsWith(label))
                .map(text -> text.substring(label.length()))
                .findFirst()
                .orElse(null);
    }

    private static int count(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,12}(\\.[0-9]{1,4})?") ? new BigDecimal(text) : null;
    }
}
