package io.waymark.app.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.app.system.SystemState.Checkpoints;
import io.waymark.app.system.SystemState.Pipeline;
import io.waymark.http.HttpJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What Flink's own REST interface says of the job and its checkpoints. */
final class PipelineView {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final URI flink;

    PipelineView(URI flink) {
        this.flink = flink;
    }

    /** The newest job; "unknown" where Flink does not answer. */
    CompletionStage<Pipeline> look() {
        return json("/jobs/overview")
                .thenCompose(overview -> {
                    @Nullable JsonNode newest = newest(overview.path("jobs"));
                    return newest == null
                            ? CompletableFuture.completedFuture(new Pipeline(
                                    "starting", "No job has been submitted yet.", null, null, null, null, null))
                            : json("/jobs/" + newest.path("jid").asText() + "/checkpoints")
                                    .thenCombine(
                                            restarts(newest.path("jid").asText()),
                                            (checkpoints, restarts) -> pipeline(newest, checkpoints, restarts));
                })
                .exceptionally(failure -> Pipeline.unknown("Flink does not answer."));
    }

    private CompletionStage<@Nullable Long> restarts(String jobId) {
        return json("/jobs/" + jobId + "/metrics?get=numRestarts")
                .handle((metrics, failure) -> failure == null && metrics.path(0).hasNonNull("value")
                        ? Long.valueOf(metrics.path(0).path("value").asLong())
                        : null);
    }

    private static @Nullable JsonNode newest(JsonNode jobs) {
        @Nullable JsonNode newest = null;
        for (JsonNode job : jobs) {
            if (newest == null
                    || job.path("start-time").asLong()
                            > newest.path("start-time").asLong()) {
                newest = job;
            }
        }
        return newest;
    }

    private static Pipeline pipeline(JsonNode job, JsonNode checkpoints, @Nullable Long restarts) {
        JsonNode last = checkpoints.path("latest").path("completed");
        boolean any = last.hasNonNull("latest_ack_timestamp");
        return new Pipeline(
                state(job.path("state").asText()),
                null,
                job.path("jid").asText(),
                Instant.ofEpochMilli(job.path("start-time").asLong()),
                restarts,
                new Checkpoints(
                        checkpoints.path("counts").path("completed").asLong(),
                        checkpoints.path("counts").path("failed").asLong(),
                        any
                                ? Instant.ofEpochMilli(
                                        last.path("latest_ack_timestamp").asLong())
                                : null,
                        any ? last.path("end_to_end_duration").asLong() : null,
                        any ? last.path("state_size").asLong() : null),
                null);
    }

    private static String state(String flinks) {
        return switch (flinks) {
            case "RUNNING" -> "running";
            case "CREATED", "INITIALIZING" -> "starting";
            case "RESTARTING", "RECONCILING" -> "restarting";
            case "FAILING" -> "failing";
            case "FAILED", "CANCELED", "CANCELLING", "FINISHED", "SUSPENDED" -> "stopped";
            default -> "unknown";
        };
    }

    private CompletionStage<JsonNode> json(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(flink.resolve(path)).timeout(LIMIT).build();
        return http.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(response -> {
            try {
                return HttpJson.MAPPER.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
