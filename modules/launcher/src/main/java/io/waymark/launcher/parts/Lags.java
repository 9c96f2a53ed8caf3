package io.waymark.launcher.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** How far behind the journal everything is, as a node tells it under {@code /v1/system}. */
final class Lags {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final JsonNode system;

    private Lags(JsonNode system) {
        this.system = system;
    }

    static Optional<Lags> ask(HttpClient client, String nodeUrl, String key) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(nodeUrl + "/v1/system"))
                .header("Authorization", "Bearer " + key)
                .timeout(LIMIT)
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? Optional.of(new Lags(Json.mapper().readTree(response.body())))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The lag of a part: of the slowest projection for a node, of what it writes for the pipeline. */
    Optional<Long> of(PartKind kind) {
        return switch (kind) {
            case NODE -> longest(system.path("projections"), projection -> true);
            case SANDBOX, FLINK_WORKER -> Optional.empty();
            case FLINK -> longest(system.path("pipeline").path("lag"), sink -> true);
            case ELASTICSEARCH -> longest(system.path("pipeline").path("lag"), sink -> writes(sink, "search"));
            case POSTGRES -> longest(system.path("pipeline").path("lag"), sink -> writes(sink, "warehouse"));
        };
    }

    /** Sinks are named after where they write, such as {@code search-bookings}. */
    private static boolean writes(JsonNode sink, String where) {
        return sink.path("sink").asText().startsWith(where);
    }

    private static Optional<Long> longest(JsonNode rows, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(wanted)
                .filter(row -> row.has("lagMillis"))
                .map(row -> row.path("lagMillis").asLong())
                .max(Long::compare);
    }
}
