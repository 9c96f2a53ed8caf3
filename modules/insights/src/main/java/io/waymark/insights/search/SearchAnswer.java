package io.waymark.insights.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.http.HttpJson;
import io.waymark.insights.warehouse.Freshness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of hits.
 *
 * @param items the documents' fields and where the words are in them
 * @param total of all pages, exact
 * @param facets by name, largest value first
 * @param next cursor of the next page, absent on the last
 */
record SearchAnswer(
        List<ObjectNode> items,
        long total,
        Map<String, List<FacetValue>> facets,
        @Nullable String next,
        Freshness freshness) {

    static SearchAnswer of(
            SearchKind kind, Order order, SearchResponse<ObjectNode> response, int limit, Freshness freshness) {
        List<Hit<ObjectNode>> hits = response.hits().hits();
        List<Hit<ObjectNode>> shown = hits.subList(0, Math.min(limit, hits.size()));
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        kind.facets().forEach(facet -> facets.put(facet.name(), values(response, facet)));
        var total = response.hits().total();
        return new SearchAnswer(
                shown.stream().map(SearchAnswer::item).toList(),
                total == null ? 0 : total.value(),
                facets,
                hits.size() > limit ? order.cursor(shown.getLast().sort()) : null,
                freshness);
    }

    private static ObjectNode item(Hit<ObjectNode> hit) {
        ObjectNode item = source(hit);
        return item.set("highlights", HttpJson.MAPPER.valueToTree(Marks.of(hit.highlight())));
    }

    /** The document's fields; what it has no value for is left out. */
    static ObjectNode source(Hit<ObjectNode> hit) {
        @Nullable ObjectNode source = hit.source();
        if (source == null) {
            throw new IllegalStateException("a hit came without its document");
        }
        source.properties().removeIf(field -> field.getValue().isNull());
        return source;
    }

    private static List<FacetValue> values(SearchResponse<ObjectNode> response, Facet facet) {
        @Nullable Aggregate filtered = response.aggregations().get(facet.name());
        if (filtered == null) {
            throw new IllegalStateException("the facet " + facet.name() + " was not counted");
        }
        @Nullable Aggregate values = filtered.filter().aggregations().get(SearchQuery.VALUES);
        if (values == null || !values.isSterms()) {
            return List.of();
        }
        return values.sterms().buckets().array().stream()
                .map(bucket -> new FacetValue(bucket.key().stringValue(), label(bucket), bucket.docCount()))
                .toList();
    }

    private static @Nullable String label(StringTermsBucket bucket) {
        @Nullable Aggregate labels = bucket.aggregations().get(SearchQuery.LABEL);
        if (labels == null || !labels.isSterms()) {
            return null;
        }
        return labels.sterms().buckets().array().stream()
                .findFirst()
                .map(most -> most.key().stringValue())
                .orElse(null);
    }

    /** A text field of a document, if it has it. */
    static @Nullable String text(ObjectNode document, String field) {
        JsonNode value = document.path(field);
        return value.isTextual() ? value.textValue() : null;
    }
}
