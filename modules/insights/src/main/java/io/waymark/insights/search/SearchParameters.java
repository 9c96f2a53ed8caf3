package io.waymark.insights.search;

import io.waymark.http.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.Query;
import org.jspecify.annotations.Nullable;

/** Reads criteria from the query part of a request, and refuses what no document can fit. */
public final class SearchParameters {

    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_VALUE = 64;
    private static final int MOST_VALUES = 50;
    private static final List<String> STATUSES = List.of(
            "requested",
            "held",
            "confirmed",
            "changing",
            "cancelled",
            "refused",
            "expired",
            "checked-in",
            "checked-out",
            "no-show");
    private static final List<String> OUTCOMES = List.of("success", "advisory", "warning", "error", "refused");

    private SearchParameters() {}

    static ProblemException cursorOfAnotherList() {
        return ProblemException.invalid("cursor", "is not a cursor that this list answered; begin without one");
    }

    static Criteria bookings(Query query) {
        String words = words(query);
        List<Range> ranges = new ArrayList<>();
        addDays(ranges, query, "arrival", "arrivalFrom", "arrivalTo");
        addDays(ranges, query, "bookedAt", "bookedFrom", "bookedTo");
        addAmounts(ranges, query);
        Map<String, List<String>> filters = filters(query, SearchKind.BOOKINGS);
        onlyKnown("status", filters, STATUSES);
        return new Criteria(words, filters, ranges, order(query, words));
    }

    static Criteria channelMessages(Query query) {
        Map<String, List<String>> filters = filters(query, SearchKind.CHANNEL_MESSAGES);
        onlyKnown("outcome", filters, OUTCOMES);
        return new Criteria(words(query), filters, List.of(), SearchKind.NEWEST_MESSAGE);
    }

    static int limit(Query query, int otherwise, int largest) {
        Optional<Long> limit = number(query, "limit");
        if (limit.isPresent() && (limit.get() < 1 || limit.get() > largest)) {
            throw ProblemException.invalid("limit", "takes a number from 1 to " + largest);
        }
        return limit.map(Long::intValue).orElse(otherwise);
    }

    static String words(Query query) {
        String words = query.get("q").orElse("");
        if (words.length() > LONGEST_WORDS) {
            throw ProblemException.invalid("q", "takes at most " + LONGEST_WORDS + " characters");
        }
        return words;
    }

    private static Order order(Query query, String words) {
        String name = query.get("sort").orElse("relevance");
        Order order = SearchKind.bookingOrders().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "sort", "takes relevance, booked, arrival or total, the last three also with a minus sign"));
        return order.name().equals("relevance") && new Words(words).isEmpty() ? SearchKind.BOOKED_LAST : order;
    }

    private static Map<String, List<String>> filters(Query query, SearchKind kind) {
        Map<String, List<String>> filters = new HashMap<>();
        for (Facet facet : kind.facets()) {
            List<String> values = new ArrayList<>();
            for (String value : query.getAll(facet.name())) {
                if (value.isEmpty() || value.length() > LONGEST_VALUE) {
                    throw ProblemException.invalid(facet.name(), "takes 1 to " + LONGEST_VALUE + " characters");
                }
                values.add(value);
            }
            if (values.size() > MOST_VALUES) {
                throw ProblemException.invalid(facet.name(), "takes at most " + MOST_VALUES + " values");
            }
            if (!values.isEmpty()) {
                filters.put(facet.name(), List.copyOf(values));
            }
        }
        return filters;
    }

    private static void onlyKnown(String name, Map<String, List<String>> filters, List<String> known) {
        if (!known.containsAll(filters.getOrDefault(name, List.of()))) {
            throw ProblemException.invalid(name, "takes one of " + String.join(", ", known));
        }
    }

    private static void addDays(List<Range> ranges, Query query, String field, String from, String to) {
        Optional<LocalDate> first = date(query, from);
        Optional<LocalDate> last = date(query, to);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            throw ProblemException.invalid(to, "must not be before " + from);
        }
        if (first.isPresent() || last.isPresent()) {
            @Nullable LocalDate before = last.isPresent() ? last.get().plusDays(1) : null;
            ranges.add(new Range.Days(field, first.orElse(null), before));
        }
    }

    private static void addAmounts(List<Range> ranges, Query query) {
        Optional<Long> least = number(query, "minTotal");
        Optional<Long> most = number(query, "maxTotal");
        if (least.isPresent() && most.isPresent() && most.get() < least.get()) {
            throw ProblemException.invalid("maxTotal", "must not be less than minTotal");
        }
        if (least.isPresent() || most.isPresent()) {
            ranges.add(new Range.Numbers("total.amountMinor", least.orElse(null), most.orElse(null)));
        }
    }

    /** The date of this parameter, if it is there. */
    public static Optional<LocalDate> date(Query query, String name) {
        try {
            Optional<LocalDate> date = query.get(name).map(LocalDate::parse);
            if (date.isPresent() && (date.get().getYear() < 1900 || date.get().getYear() > 2200)) {
                throw ProblemException.invalid(name, "takes a date between 1900 and 2200");
            }
            return date;
        } catch (DateTimeException e) {
            throw ProblemException.invalid(name, "takes a date such as 2016-03-01");
        }
    }

    private static Optional<Long> number(Query query, String name) {
        try {
            return query.get(name).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw ProblemException.invalid(name, "takes a whole number");
        }
    }
}
