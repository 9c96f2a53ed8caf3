package io.waymark.insights.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.CompletionContext;
import io.waymark.kernel.Tenant;
import java.util.List;

/** What the words may become: names that begin like them, forgiving a typo, and bookings whose numbers do. Pure. */
final class SuggestionQuery {

    static final String NAMES = "names";

    private static final int SHORTEST_TO_FORGIVE = 4;

    private SuggestionQuery() {}

    /** Names that begin like the words. */
    static SearchRequest names(String index, Tenant tenant, String words, int limit) {
        String text = words.strip();
        return SearchRequest.of(request -> request.index(index)
                .size(0)
                .timeout("2s")
                .suggest(suggest -> suggest.suggesters(
                        NAMES,
                        names -> names.prefix(text).completion(completion -> {
                            completion
                                    .field("text")
                                    .size(limit)
                                    .contexts(
                                            "tenant",
                                            List.of(CompletionContext.of(
                                                    context -> context.context(value -> value.category(tenant.id())))));
                            return text.length() < SHORTEST_TO_FORGIVE
                                    ? completion
                                    : completion.fuzzy(fuzzy -> fuzzy.fuzziness("AUTO")
                                            .prefixLength(1)
                                            .minLength(SHORTEST_TO_FORGIVE));
                        }))));
    }

    /** Bookings whose numbers begin like the words. */
    static SearchRequest numbers(String index, Tenant tenant, String words, int limit) {
        return SearchRequest.of(request -> request.index(index)
                .query(numbers(tenant, words.strip()))
                .size(limit)
                .timeout("2s")
                .trackTotalHits(track -> track.enabled(false))
                .source(source -> source.filter(filter -> filter.includes("id", "reference"))));
    }

    private static Query numbers(Tenant tenant, String text) {
        return Query.of(query -> query.bool(all -> all.filter(SearchQuery.ofTenant(tenant))
                .must(must -> must.bool(any -> any.minimumShouldMatch("1")
                        .should(should -> should.prefix(
                                prefix -> prefix.field("reference").value(text).caseInsensitive(true)))
                        .should(should -> should.prefix(
                                prefix -> prefix.field("id").value(text).caseInsensitive(true)))))));
    }
}
