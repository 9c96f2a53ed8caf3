package io.waymark.insights.feed;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.waymark.http.Call;
import io.waymark.http.Edge;
import io.waymark.http.HttpJson;
import io.waymark.http.ProblemException;
import io.waymark.http.Scope;
import io.waymark.insights.warehouse.Freshness;
import io.waymark.insights.warehouse.PipelineProgress;
import io.waymark.insights.warehouse.PipelineSink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.Query;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;
import org.jspecify.annotations.Nullable;

/** HTTP for the feed: server-sent events, and the newest ones as a list. */
public final class FeedRoutes extends AllDirectives {

    private static final ContentType EVENT_STREAM = MediaTypes.TEXT_EVENT_STREAM.toContentType();
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final ByteString COMMENT = ByteString.fromString(":\n\n");
    private static final ByteString OPENING = ByteString.fromString("retry: 2000\n\n");
    private static final ByteString RESET = ByteString.fromString("event: reset\ndata: {}\n\n");
    private static final int LONGEST_PROPERTY = 64;
    private static final int RECENT = 20;
    private static final int MOST_RECENT = 200;

    private final Edge edge;
    private final FeedReader reader;
    private final LiveFeed live;
    private final PipelineProgress progress;

    public FeedRoutes(Edge edge, FeedReader reader, LiveFeed live, PipelineProgress progress) {
        this.edge = edge;
        this.reader = reader;
        this.live = live;
        this.progress = progress;
    }

    public Route routes() {
        return pathPrefix(
                segment("v1").slash("feed"),
                () -> concat(
                        pathEnd(() -> get(() -> edge.secured(Scope.INSIGHTS_READ, this::stream))),
                        path("recent", () -> get(() -> edge.secured(Scope.INSIGHTS_READ, this::recent)))));
    }

    /** The newest events, newest first. */
    record Recent(List<ReservationEvent> items, Freshness freshness) {}

    private Route stream(Call call) {
        Source<ByteString, NotUsed> events = live.follow(
                        call.tenant(),
                        property(call),
                        call.header("Last-Event-ID").orElse(null))
                .map(FeedRoutes::text)
                .prepend(Source.single(OPENING))
                .keepAlive(HEARTBEAT, () -> COMMENT);
        return complete(HttpResponse.create()
                .withEntity(HttpEntities.createChunked(EVENT_STREAM, events))
                .addHeader(RawHeader.create("Cache-Control", "no-cache"))
                .addHeader(RawHeader.create("X-Accel-Buffering", "no"))
                .addHeader(RawHeader.create(Call.REQUEST_ID, call.id())));
    }

    private Route recent(Call call) {
        int limit = limit(call.request().uri().query());
        @Nullable String property = property(call);
        CompletionStage<Recent> answer = progress.of(PipelineSink.WAREHOUSE)
                .thenCompose(freshness -> reader.recent(call.tenant(), property, limit)
                        .thenApply(events -> new Recent(events, freshness)));
        return edge.json(call, answer);
    }

    static ByteString text(Follower.Signal signal) {
        return switch (signal) {
            case Follower.Signal.Happened(ReservationEvent event) ->
                ByteString.fromString("event: reservation\nid: " + event.id() + "\ndata: " + json(event) + "\n\n");
            case Follower.Signal.Reset reset -> RESET;
        };
    }

    private static String json(ReservationEvent event) {
        try {
            return HttpJson.MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event can always be written", e);
        }
    }

    private static int limit(Query query) {
        try {
            int limit = query.get("limit").map(Integer::valueOf).orElse(RECENT);
            if (limit >= 1 && limit <= MOST_RECENT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, with the same words as a number out of range.
        }
        throw ProblemException.invalid("limit", "takes a number from 1 to " + MOST_RECENT);
    }

    private static @Nullable String property(Call call) {
        Optional<String> property = call.request().uri().query().get("property");
        if (property.isPresent() && property.get().length() > LONGEST_PROPERTY) {
            throw ProblemException.invalid("property", "takes at most " + LONGEST_PROPERTY + " characters");
        }
        return property.filter(text -> !text.isEmpty()).orElse(null);
    }
}
