package io.waymark.insights.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.util.NamedValue;
import io.waymark.kernel.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Criteria as a request to Elasticsearch. Pure.
 *
 * <p>Words, ranges and the tenant make the query. The facets' filters come behind it, so that each facet can count with the
 * filters of all other facets and without its own.
 */
final class SearchQuery {

    /** Names of the aggregations. */
    static final String VALUES = "values";

    static final String LABEL = "label";

    private static final String TIME_LIMIT = "3s";

    private final SearchKind kind;
    private final String prefix;
    private final Tenant tenant;
    private final Criteria criteria;

    SearchQuery(SearchKind kind, String prefix, Tenant tenant, Criteria criteria) {
        this.kind = kind;
        this.prefix = prefix;
        this.tenant = tenant;
        this.criteria = criteria;
    }

    /**
     * One page with facets and marks.
     *
     * @param size one more than shown, to know whether there is another page
     */
    SearchRequest page(@Nullable String cursor, int size) {
        return SearchRequest.of(request -> {
            base(request, size).index(prefix + kind.alias()).trackTotalHits(track -> track.enabled(true));
            kind.facets().forEach(facet -> request.aggregations(facet.name(), counts(facet)));
            Words words = new Words(criteria.words());
            if (!words.isEmpty()) {
                request.highlight(marks(words));
            }
            return cursor == null
                    ? request
                    : request.searchAfter(criteria.order().after(cursor));
        });
    }

    /** One batch of all hits of a point in time, for exports. */
    SearchRequest batch(String pointInTime, String keepAlive, @Nullable List<FieldValue> after, int size) {
        return SearchRequest.of(request -> {
            base(request, size)
                    .pit(pit -> pit.id(pointInTime).keepAlive(time -> time.time(keepAlive)))
                    .trackTotalHits(track -> track.enabled(false));
            return after == null ? request : request.searchAfter(after);
        });
    }

    private SearchRequest.Builder base(SearchRequest.Builder request, int size) {
        return request.query(query())
                .postFilter(filter(null))
                .sort(criteria.order().options())
                .size(size)
                .timeout(TIME_LIMIT)
                .allowPartialSearchResults(false)
                .source(source -> source.filter(filter -> filter.includes(kind.fields())));
    }

    private Query query() {
        BoolQuery.Builder query = new BoolQuery.Builder();
        query.filter(ofTenant(tenant));
        criteria.ranges().forEach(range -> query.filter(range.query()));
        Words words = new Words(criteria.words());
        if (!words.isEmpty()) {
            query.must(words.query(kind.identifiers()));
        }
        return query.build()._toQuery();
    }

    /** The part of every query that nobody can ask to leave out. */
    static Query ofTenant(Tenant tenant) {
        return Query.of(query -> query.term(term -> term.field("tenant").value(tenant.id())));
    }

    /** The filters of all facets but one. */
    private Query filter(@Nullable Facet without) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        for (Facet facet : kind.facets()) {
            List<String> values = criteria.filters().getOrDefault(facet.name(), List.of());
            if (!values.isEmpty() && !facet.equals(without)) {
                all.filter(filter -> filter.terms(terms -> terms.field(facet.field())
                        .terms(any ->
                                any.value(values.stream().map(FieldValue::of).toList()))));
            }
        }
        return all.build()._toQuery();
    }

    private Aggregation counts(Facet facet) {
        Aggregation values = Aggregation.of(aggregation -> {
            var terms = aggregation.terms(
                    by -> by.field(facet.field()).size(facet.largest()).shardSize(2 * facet.largest() + 50));
            return facet.labelField() == null
                    ? terms
                    : terms.aggregations(
                            LABEL,
                            label -> label.terms(
                                    by -> by.field(facet.labelField()).size(1)));
        });
        return Aggregation.of(aggregation -> aggregation.filter(filter(facet)).aggregations(VALUES, values));
    }

    private Highlight marks(Words words) {
        List<NamedValue<HighlightField>> fields = kind.marked().stream()
                .map(field -> NamedValue.of(field + Marks.FIELD_SUFFIX, HighlightField.of(same -> same)))
                .toList();
        return Highlight.of(highlight -> highlight
                .highlightQuery(words.marks())
                .requireFieldMatch(false)
                .numberOfFragments(0)
                .preTags(Marks.START)
                .postTags(Marks.END)
                .fields(fields));
    }
}
