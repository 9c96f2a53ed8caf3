package io.waymark.insights.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.insights.warehouse.Freshness;
import io.waymark.insights.warehouse.PipelineProgress;
import io.waymark.kernel.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.Query;
import org.apache.pekko.stream.javadsl.Source;
import org.jspecify.annotations.Nullable;

/** Asks the indices. Every question carries the tenant of whoever asks. */
public final class Searches {

    /** The index of names, without the installation's prefix. */
    private static final String NAMES = "names";

    private static final String KEEP_ALIVE = "1m";
    private static final int BATCH = 1_000;

    private final SearchCluster cluster;
    private final PipelineProgress progress;
    private final String prefix;

    /**
     * Nothing is asked yet.
     *
     * @param prefix of the indices' names
     */
    public Searches(SearchCluster cluster, PipelineProgress progress, String prefix) {
        this.cluster = cluster;
        this.progress = progress;
        this.prefix = prefix;
    }

    CompletionStage<SearchAnswer> page(
            SearchKind kind, Tenant tenant, Criteria criteria, @Nullable String cursor, int limit) {
        var request = new SearchQuery(kind, prefix, tenant, criteria).page(cursor, limit + 1);
        // The freshness is asked for first: what it promises is then in what is found.
        return progress.of(kind.sink())
                .thenCompose(freshness -> cluster.search(request)
                        .thenApply(response -> SearchAnswer.of(kind, criteria.order(), response, limit, freshness)));
    }

    CompletionStage<SuggestionAnswer> suggest(Tenant tenant, String words, int limit) {
        SearchKind kind = SearchKind.BOOKINGS;
        var names = SuggestionQuery.names(prefix + NAMES, tenant, words, limit);
        var numbers = SuggestionQuery.numbers(prefix + kind.alias(), tenant, words, limit);
        return freshness(kind)
                .thenCompose(freshness -> cluster.search(names)
                        .thenCombine(
                                cluster.search(numbers),
                                (named, numbered) ->
                                        SuggestionAnswer.of(named, numbered, tenant, words, limit, freshness)));
    }

    CompletionStage<Freshness> freshness(SearchKind kind) {
        return progress.of(kind.sink());
    }

    /** Whether the booking is found in this revision, or a later one. */
    CompletionStage<Boolean> found(Tenant tenant, String bookingId, long revision) {
        return cluster.bounded(client -> client.count(count -> count.index(prefix + SearchKind.BOOKINGS.alias())
                        .query(query -> query.bool(all -> all.filter(SearchQuery.ofTenant(tenant))
                                .filter(filter ->
                                        filter.term(term -> term.field("id").value(bookingId)))
                                .filter(new Range.Numbers("revision", revision, null).query())))))
                .thenApply(answer -> answer.count() > 0);
    }

    /** All bookings that fit these parameters, as they are at one point in time, however many they are. */
    public Source<ObjectNode, NotUsed> allBookings(Tenant tenant, Query parameters) {
        SearchQuery query = new SearchQuery(SearchKind.BOOKINGS, prefix, tenant, SearchParameters.bookings(parameters));
        return Source.unfoldResourceAsync(() -> openScan(query), Scan::next, Scan::close)
                .mapConcat(batch -> batch);
    }

    private CompletionStage<Scan> openScan(SearchQuery query) {
        return cluster.bounded(client -> client.openPointInTime(open ->
                        open.index(prefix + SearchKind.BOOKINGS.alias()).keepAlive(time -> time.time(KEEP_ALIVE))))
                .thenApply(opened -> new Scan(query, opened.id()));
    }

    /** A walk over all hits. Used by one stream, one step at a time. */
    private final class Scan {

        private final SearchQuery query;
        private volatile String pointInTime;
        private volatile @Nullable List<FieldValue> after;

        private Scan(SearchQuery query, String pointInTime) {
            this.query = query;
            this.pointInTime = pointInTime;
        }

        private CompletionStage<Optional<List<ObjectNode>>> next() {
            return cluster.search(query.batch(pointInTime, KEEP_ALIVE, after, BATCH))
                    .thenApply(response -> {
                        List<Hit<ObjectNode>> hits = response.hits().hits();
                        if (hits.isEmpty()) {
                            return Optional.empty();
                        }
                        after = hits.getLast().sort();
                        @Nullable String renewed = response.pitId();
                        pointInTime = renewed == null ? pointInTime : renewed;
                        return Optional.of(
                                hits.stream().map(SearchAnswer::source).toList());
                    });
        }

        /** Frees what the server keeps; if that fails, it frees it by itself a minute later. */
        private CompletionStage<Done> close() {
            return cluster.bounded(client -> client.closePointInTime(close -> close.id(pointInTime)))
                    .thenApply(closed -> Done.done())
                    .exceptionallyCompose(failure -> CompletableFuture.completedFuture(Done.done()));
        }
    }
}
