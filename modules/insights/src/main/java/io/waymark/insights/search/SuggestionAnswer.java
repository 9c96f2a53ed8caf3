package io.waymark.insights.search;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.http.HttpJson;
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
            SearchResponse<ObjectNode> named,
            SearchResponse<ObjectNode> numbered,
            Tenant tenant,
            String words,
            int limit,
            Freshness freshness) {
        List<Suggestion> bookings =
                numbered.hits().hits().stream().map(hit -> booking(hit, words)).toList();
        List<Suggestion> names = names(named, tenant);
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
                    @Nullable ObjectNode name = option.source();
                    if (name != null && tenant.id().equals(SearchAnswer.text(name, "tenant"))) {
                        names.add(new Suggestion(
                                option.text(),
                                HttpJson.MAPPER.convertValue(name.path("kind"), Kind.class),
                                name.path("value").asText()));
                    }
                }));
        return names;
    }
}
