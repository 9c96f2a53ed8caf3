package io.waymark.app.system;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.waymark.app.system.SystemState.EntityShards;
import io.waymark.app.system.SystemState.Journal;
import io.waymark.app.system.SystemState.Pipeline;
import io.waymark.app.system.SystemState.ProjectionWorker;
import io.waymark.app.system.SystemState.Vault;
import io.waymark.app.system.WarehouseView.Found;
import io.waymark.http.Call;
import io.waymark.http.Cursor;
import io.waymark.http.Edge;
import io.waymark.http.Scope;
import io.waymark.runtime.database.Database;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code GET /v1/system} and {@code /v1/system/dead-letters}. A part that does not answer leaves the others standing. */
public final class SystemRoutes extends AllDirectives {

    private static final long LIMIT_MILLIS = 4_000;

    private final Edge edge;
    private final InstantSource clock;
    private final ClusterView cluster;
    private final JournalView journal;
    private final PipelineView pipeline;
    private final WarehouseView warehouse;

    /**
     * The routes of one node.
     *
     * @param node its name
     * @param flink where Flink's REST interface is
     */
    public SystemRoutes(
            Edge edge, ActorSystem<?> system, String node, Database database, Database warehouse, URI flink) {
        this.edge = edge;
        this.clock = InstantSource.system();
        this.cluster = new ClusterView(system, node);
        this.journal = new JournalView(database);
        this.pipeline = new PipelineView(flink);
        this.warehouse = new WarehouseView(warehouse);
    }

    public Route routes() {
        return pathPrefix(
                segment("v1").slash("system"),
                () -> concat(
                        pathEnd(() -> get(() -> edge.secured(Scope.SYSTEM_READ, call -> edge.json(call, state())))),
                        path("dead-letters", () -> get(() -> edge.secured(Scope.SYSTEM_READ, this::deadLetters)))));
    }

    private Route deadLetters(Call call) {
        return parameterOptional(
                "cursor",
                cursor -> parameterOptional("limit", limit -> {
                    long before = cursor.map(
                                    text -> number(Cursor.parse(text, 1).getFirst()))
                            .orElse(Long.MAX_VALUE);
                    int size = limit.map(Cursor::limit).orElse(Cursor.DEFAULT_LIMIT);
                    return edge.json(call, warehouse.deadLetters(call.tenant(), before, size));
                }));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private CompletionStage<SystemState> state() {
        CompletableFuture<List<EntityShards>> shards = or(cluster.shards(), List.of());
        CompletableFuture<List<ProjectionWorker>> projections = or(journal.projections(), List.of());
        CompletableFuture<Pipeline> job = or(pipeline.look(), Pipeline.unknown("Flink does not answer."));
        CompletableFuture<Found> found = or(warehouse.look(), Found.nothing());
        CompletableFuture<Journal> size = or(journal.journal(), new Journal(0, 0, null));
        CompletableFuture<Optional<Vault>> vault = or(journal.vault().thenApply(Optional::of), Optional.empty());
        return CompletableFuture.allOf(shards, projections, job, found, size, vault)
                .thenApply(all -> new SystemState(
                        clock.instant(),
                        cluster.nodes(),
                        shards.join(),
                        projections.join(),
                        job.join().withLag(found.join().lag()),
                        found.join().deadLetters(),
                        found.join().quality(),
                        vault.join().orElse(null),
                        size.join()));
    }

    private static <T> CompletableFuture<T> or(CompletionStage<T> part, T unknown) {
        return part.toCompletableFuture()
                .orTimeout(LIMIT_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(failure -> unknown);
    }
}
