package io.waymark.scenarios.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waymark.scenarios.api.ApiContract.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A client of a running Waymark that fails a test at the first answer that docs/openapi.yaml does not describe.
 *
 * <p>Thread-safe. Remembers every exchange, so a story can look back at what was said.
 */
public final class ApiClient {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();
    private static final ApiContract CONTRACT = new ApiContract(OpenApi.read());

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ConcurrentLinkedQueue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private final URI base;
    private final Map<String, String> headers;

    private ApiClient(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /** A client with this API key. */
    public static ApiClient withKey(URI base, String key) {
        return new ApiClient(base, Map.of("Authorization", "Bearer " + key));
    }

    /** A client without credentials. */
    public static ApiClient anonymous(URI base) {
        return new ApiClient(base, Map.of());
    }

    public Exchange get(String pathAndQuery) {
        return send("GET", pathAndQuery, new byte[0], Map.of());
    }

    /** Puts the body as JSON. */
    public Exchange put(String path, Object body) {
        return put(path, body, Map.of());
    }

    /** Puts the body as JSON under more headers, such as {@code If-Match}. */
    public Exchange put(String path, Object body, Map<String, String> more) {
        try {
            return send("PUT", path, JSON.writeValueAsBytes(body), more);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a request whatever it is.
     *
     * @throws AssertionError if the answer is not one that the document describes
     */
    public Exchange send(String method, String pathAndQuery, byte[] body, Map<String, String> more) {
        URI target = base.resolve(pathAndQuery);
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(LIMIT)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body.length > 0) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        Exchange exchange = exchange(request.build(), target, body);
        exchanges.add(exchange);
        List<String> violations = CONTRACT.violations(exchange);
        if (!violations.isEmpty()) {
            throw new AssertionError(method + " " + pathAndQuery + " answered " + exchange.status()
                    + " against docs/openapi.yaml: " + violations + "\n" + exchange.text());
        }
        return exchange;
    }

    /** Everything that was said, oldest first. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private Exchange exchange(HttpRequest request, URI target, byte[] body) {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            return new Exchange(
                    request.method(), target.getRawPath(), body, answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
