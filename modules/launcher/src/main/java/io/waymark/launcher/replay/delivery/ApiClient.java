package io.waymark.launcher.replay.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.events.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes requests to the API and reads its answers. */
final class ApiClient {

    private final URI baseUrl;
    private final String authorization;
    private final Duration answerTimeout;

    ApiClient(ReplayTarget target, Duration answerTimeout) {
        this.baseUrl = target.baseUrl();
        this.answerTimeout = answerTimeout;
        this.authorization = "Bearer " + target.apiKey();
    }

    HttpRequest get(String path) {
        return request(path).GET().build();
    }

    /** A write that says when it really happened and that takes effect once. */
    HttpRequest put(String path, ObjectNode body, String commandId, Instant occurredAt) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Waymark-Command-Id", commandId)
                .header("Waymark-Occurred-At", occurredAt.toString())
                .PUT(BodyPublishers.ofByteArray(bytes(body)))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(baseUrl.resolve(path))
                .timeout(answerTimeout)
                .header("Authorization", authorization)
                .header("Accept", "application/json, application/problem+json");
    }

    static ObjectNode object() {
        return EventJson.MAPPER.createObjectNode();
    }

    /** What an answer means to a write, by its status and, where there is one, its problem. */
    static Answer answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        return switch (status) {
            case 200 -> new Answer.Taken(false);
            case 201 -> new Answer.Taken(false);
            case 401, 403 -> new Answer.Hopeless("The API key is not allowed to replay: " + problem(response) + ".");
            case 408, 425, 429, 500, 502, 503, 504 -> new Answer.Unavailable(problem(response), retryAfter(response));
            default -> new Answer.Refused(status + " " + problem(response));
        };
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return EventJson.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new ReplayFailure(
                    response.request().uri() + " answers with something that is not JSON: is this a Waymark server?",
                    e);
        }
    }

    /** The problem's code, detail and fields in one clause. */
    static String problem(HttpResponse<byte[]> response) {
        JsonNode problem;
        try {
            problem = EventJson.MAPPER.readTree(response.body());
        } catch (IOException e) {
            return "HTTP status " + response.statusCode();
        }
        if (problem == null || !problem.hasNonNull("code")) {
            return "HTTP status " + response.statusCode();
        }
        String fields = StreamSupport.stream(problem.path("errors").spliterator(), false)
                .map(error -> error.path("pointer").asText() + " "
                        + error.path("detail").asText())
                .collect(Collectors.joining(", "));
        return problem.path("code").asText()
                + (problem.hasNonNull("detail") ? ", " + problem.path("detail").asText() : "")
                + (fields.isEmpty() ? "" : " (" + fields + ")");
    }

    static Duration retryAfter(HttpResponse<byte[]> response) {
        try {
            return response.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                    .orElse(Duration.ZERO);
        } catch (NumberFormatException | DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return EventJson.MAPPER.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }
}
