package io.waymark.insights.search;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.waymark.http.Call;
import io.waymark.http.Cursor;
import io.waymark.http.Edge;
import io.waymark.http.ProblemException;
import io.waymark.http.Scope;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.Query;
import org.apache.pekko.http.javadsl.model.Uri;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/** HTTP for searches: parameters in, hits out. */
public final class SearchRoutes extends AllDirectives {

    private static final int LONGEST_BEGINNING = 100;
    private static final int SUGGESTIONS = 8;
    private static final int MOST_SUGGESTIONS = 20;

    private final Edge edge;
    private final Searches searches;
    private final WrittenThenFound written;

    public SearchRoutes(Edge edge, Searches searches, InstantSource clock) {
        this.edge = edge;
        this.searches = searches;
        this.written = new WrittenThenFound(searches, clock);
    }

    public Route routes() {
        return pathPrefix(
                segment("v1").slash("search"),
                () -> concat(
                        path("bookings", () -> get(() -> edge.secured(Scope.INSIGHTS_READ, this::bookings))),
                        path(
                                segment("bookings").slash("suggestions"),
                                () -> get(() -> edge.secured(Scope.INSIGHTS_READ, this::suggestions))),
                        path(
                                "channel-messages",
                                () -> get(() -> edge.secured(Scope.INSIGHTS_READ, this::channelMessages)))));
    }

    private Route bookings(Call call) {
        Query query = query(call);
        Criteria criteria = SearchParameters.bookings(query);
        return edge.json(call, caughtUp(call).thenCompose(ready -> page(call, SearchKind.BOOKINGS, criteria, query)));
    }

    private Route channelMessages(Call call) {
        Query query = query(call);
        Criteria criteria = SearchParameters.channelMessages(query);
        return edge.json(call, page(call, SearchKind.CHANNEL_MESSAGES, criteria, query));
    }

    private Route suggestions(Call call) {
        Query query = query(call);
        String words = query.get("q").orElse("");
        if (words.isBlank() || words.length() > LONGEST_BEGINNING) {
            throw ProblemException.invalid("q", "takes 1 to " + LONGEST_BEGINNING + " characters");
        }
        int limit = SearchParameters.limit(query, SUGGESTIONS, MOST_SUGGESTIONS);
        return edge.json(call, searches.suggest(call.tenant(), words, limit));
    }

    private CompletionStage<SearchAnswer> page(Call call, SearchKind kind, Criteria criteria, Query query) {
        int limit = SearchParameters.limit(query, Cursor.DEFAULT_LIMIT, Cursor.LARGEST_LIMIT);
        return searches.page(kind, call.tenant(), criteria, query.get("cursor").orElse(null), limit);
    }

    private CompletionStage<Void> caughtUp(Call call) {
        return call.header(Call.POSITION)
                .map(token -> written.await(call.tenant(), token))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private static Query query(Call call) {
        Uri uri = call.request().uri();
        return uri.query();
    }
}
