package io.waymark.launcher.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.http.HttpJson;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks one server for JSON. */
public final class Web {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** An answer of the server; status 0 where there was none. */
    public record Answered(int status, JsonNode body) {

        public boolean good() {
            return status / 100 == 2;
        }
    }

    private final HttpClient client;
    private final URI base;
    private final @Nullable String authorization;

    public Web(HttpClient client, URI base, @Nullable String authorization) {
        this.client = client;
        this.base = base;
        this.authorization = authorization;
    }

    public Answered get(String path) {
        return send(request(path).GET().build());
    }

    public Answered put(String path, Object body) {
        return send(request(path).PUT(BodyPublishers.ofByteArray(bytes(body))).build());
    }

    public Answered post(String path, Object body) {
        return send(request(path).POST(BodyPublishers.ofByteArray(bytes(body))).build());
    }

    Answered post(String path, byte[] body, String contentType, String protocolVersion) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(LIMIT)
                .header("Content-Type", contentType)
                .header("X-AlpineBits-ClientProtocolVersion", protocolVersion);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return send(request.POST(BodyPublishers.ofByteArray(body)).build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT).header("Content-Type", "application/json");
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    /** A server that does not answer is down for the moment: that is part of the story. */
    private Answered send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return new Answered(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            return new Answered(0, HttpJson.MAPPER.createObjectNode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("The story was interrupted.", e);
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return HttpJson.MAPPER.readTree(body);
        } catch (IOException e) {
            return HttpJson.MAPPER.createObjectNode();
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return HttpJson.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request can be written", e);
        }
    }
}
