package io.waymark.app.system;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code GET /v1/system} answers; the names are those of docs/openapi.yaml. */
record SystemState(
        Instant asOf,
        List<Node> nodes,
        List<EntityShards> shards,
        List<ProjectionWorker> projections,
        Pipeline pipeline,
        DeadLetters deadLetters,
        List<QualityCheck> dataQuality,
        @Nullable Vault vault,
        Journal journal) {

    record Node(
            String name,
            String address,
            String status,
            boolean leader,
            List<String> roles,
            @Nullable Instant startedAt,
            @Nullable Long heapUsedBytes,
            @Nullable Long heapMaxBytes) {}

    record EntityShards(String entity, List<Region> regions) {}

    record Region(String node, int shards, int entities) {}

    record ProjectionWorker(
            String name,
            String slices,
            String position,
            long lagMillis,
            long lagEvents,
            String state,
            @Nullable String detail) {}

    record Pipeline(
            String state,
            @Nullable String detail,
            @Nullable String jobId,
            @Nullable Instant startedAt,
            @Nullable Long restarts,
            @Nullable Checkpoints checkpoints,
            @Nullable List<SinkLag> lag) {

        static Pipeline unknown(String detail) {
            return new Pipeline("unknown", detail, null, null, null, null, null);
        }

        Pipeline withLag(List<SinkLag> lag) {
            return new Pipeline(state, detail, jobId, startedAt, restarts, checkpoints, lag);
        }
    }

    record Checkpoints(
            long completed,
            long failed,
            @Nullable Instant lastCompletedAt,
            @Nullable Long lastDurationMillis,
            @Nullable Long lastSizeBytes) {}

    record SinkLag(String sink, long lagMillis, @Nullable Long lagEvents) {}

    record DeadLetters(long total, @Nullable Instant lastFailedAt) {}

    record QualityCheck(
            String check,
            @Nullable String title,
            String status,
            @Nullable Instant checkedAt,
            @Nullable String detail) {}

    record Vault(long subjects, long erased) {}

    record Journal(long events, long bytes, @Nullable Instant lastRecordedAt) {}
}
