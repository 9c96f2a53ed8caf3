package io.waymark.insights.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.http.ProblemException;
import io.waymark.kernel.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Elasticsearch, with a bound on every wait. Whoever asks while it is away, or late, is told to come back. */
public final class SearchCluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchCluster.class);
    private static final Timeout CONNECT_LIMIT = Timeout.ofSeconds(1);
    private static final Timeout RESPONSE_LIMIT = Timeout.ofSeconds(4);
    private static final long ANSWER_LIMIT_SECONDS = 5;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final ElasticsearchAsyncClient client;

    private SearchCluster(ElasticsearchAsyncClient client) {
        this.client = client;
    }

    /**
     * Connects when the first question comes.
     *
     * @param apiKey encoded API key; none on a server that is open to its own machine only
     */
    public static SearchCluster open(URI url, @Nullable String apiKey) {
        Rest5ClientBuilder builder = Rest5Client.builder(url)
                .setRequestConfigCallback(request ->
                        request.setConnectionRequestTimeout(CONNECT_LIMIT).setResponseTimeout(RESPONSE_LIMIT))
                .setConnectionConfigCallback(connection ->
                        connection.setConnectTimeout(CONNECT_LIMIT).setSocketTimeout(RESPONSE_LIMIT));
        if (apiKey != null) {
            builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", "ApiKey " + apiKey)});
        }
        return new SearchCluster(
                new ElasticsearchAsyncClient(new Rest5ClientTransport(builder.build(), new JacksonJsonpMapper())));
    }

    CompletionStage<SearchResponse<ObjectNode>> search(SearchRequest request) {
        return bounded(search -> search.search(request, ObjectNode.class));
    }

    /** Any other question. */
    <T> CompletionStage<T> bounded(Function<ElasticsearchAsyncClient, CompletableFuture<T>> question) {
        return question.apply(client)
                .orTimeout(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(translated(failure)));
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Throwable translated(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof IOException || cause instanceof TimeoutException) {
            LOG.warn("search cannot be asked: {}", cause.toString());
        }
        return switch (cause) {
            case TransportException strange
            when strange.response() != null && strange.response().statusCode() < SERVER_ERROR -> strange;
            case IOException away -> unavailable("Search does not answer right now. Try again.");
            case TimeoutException late -> unavailable("Search did not answer in time. Try again.");
            case ElasticsearchException refused
            when refused.status() == NOT_FOUND -> unavailable("The search index has not been made yet. Try again.");
            case ElasticsearchException refused
            when refused.status() == TOO_MANY_REQUESTS || refused.status() >= SERVER_ERROR ->
                unavailable("Search is overloaded or starting. Try again.");
            case null, default -> failure;
        };
    }

    private static ProblemException unavailable(String detail) {
        return ProblemException.of(ProblemCode.UNAVAILABLE, detail);
    }
}
