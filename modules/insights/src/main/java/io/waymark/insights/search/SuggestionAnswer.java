package io.waymark.insights.search;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.insights.warehouse.Freshness;
import io.waymark.kernel.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a search box offers while somebody types, best first. */
record SuggestionAnswer(List<Suggestion> items, Freshness freshness) {

    /** What a suggestion stands for. */
    enum Kind {
        /** Opens that booking. */
        @JsonProperty("booking")
        BOOKING,
        /** Completes the words. */
        @JsonProperty("word")
        WORD,
        @JsonProperty("property")
        PROPERTY,
        @JsonProperty("channel")
        CHANNEL,
        @JsonProperty("market")
        MARKET,
        @JsonProperty("country")
        COUNTRY,
        @JsonProperty("roomType")
        ROOM_TYPE
    }

    /**
     * One offer.
     *
     * @param value the booking's id, the words, or what the filter of that kind takes
     */
    record Suggestion(String text, Kind kind, String value) {}

    SuggestionAnswer {
        items = List.copyOf(items);
    }

    static SuggestionAnswer of(
            SearchResponse<ObjectNode> response, Tenant tenant, String words, int limit, Freshness freshness) {
        List<Suggestion> bookings =
                response.hits().hits().stream().map(hit -> booking(hit, words)).toList();
        List<Suggestion> names = names(response, tenant);
        // Who types digits has a number at hand.
        boolean number = words.chars().anyMatch(Character::isDigit);
        Set<Suggestion> best = new LinkedHashSet<>(number ? bookings : names);
        best.addAll(number ? names : bookings);
        return new SuggestionAnswer(best.stream().limit(limit).toList(), freshness);
    }

    private static Suggestion booking(Hit<ObjectNode> hit, String words) {
        ObjectNode document = SearchAnswer.source(hit);
        String id = document.path("id").asText();
        @Nullable String reference = SearchAnswer.text(document, "reference");
        String begun = words.strip().toLowerCase(Locale.ROOT);
        String text = reference != null && reference.toLowerCase(Locale.ROOT).startsWith(begun) ? reference : id;
        return new Suggestion(text, Kind.BOOKING, id);
    }

    private static List<Suggestion> names(SearchResponse<ObjectNode> response, Tenant tenant) {
        List<Suggestion> names = new ArrayList<>();
        response.suggest()
                .getOrDefault(SuggestionQuery.NAMES, List.of())
                .forEach(part -> part.completion().options().forEach(option -> {
                    @Nullable ObjectNode document = option.source();
                    if (document != null && tenant.id().equals(SearchAnswer.text(document, "tenant"))) {
                        names.add(named(option.text(), document));
                    }
                }));
        return names;
    }

    /** The offered words with what they are in the document that offers them. */
    static Suggestion named(String text, ObjectNode document) {
        if (is(text, document, "propertyName") || is(text, document, "propertyCode")) {
            return new Suggestion(
                    text, Kind.PROPERTY, document.path("propertyCode").asText());
        }
        if (is(text, document, "channel")) {
            return new Suggestion(text, Kind.CHANNEL, text);
        }
        if (is(text, document, "market")) {
            return new Suggestion(text, Kind.MARKET, text);
        }
        if (is(text, document, "countryName") || is(text, document, "country")) {
            return new Suggestion(text, Kind.COUNTRY, document.path("country").asText());
        }
        if (is(text, document, "reference") || is(text, document, "id")) {
            return new Suggestion(text, Kind.BOOKING, document.path("id").asText());
        }
        return roomType(text, document);
    }

    private static Suggestion roomType(String text, ObjectNode document) {
        int code = indexOf(text, document.path("roomTypes"));
        int name = indexOf(text, document.path("roomTypeNames"));
        JsonNode codes = document.path("roomTypes");
        if (code >= 0) {
            return new Suggestion(text, Kind.ROOM_TYPE, text);
        }
        return name >= 0 && codes.size() == document.path("roomTypeNames").size()
                ? new Suggestion(text, Kind.ROOM_TYPE, codes.path(name).asText())
                : new Suggestion(text, Kind.WORD, text);
    }

    private static int indexOf(String text, JsonNode values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.path(i).asText().equals(text)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean is(String text, ObjectNode document, String field) {
        return text.equals(SearchAnswer.text(document, field));
    }
}
