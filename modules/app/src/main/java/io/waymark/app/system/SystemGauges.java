package io.waymark.app.system;

import io.waymark.app.system.SystemState.ProjectionWorker;
import io.waymark.app.system.SystemState.QualityCheck;
import io.waymark.app.system.SystemState.SinkLag;
import io.waymark.app.system.WarehouseView.Found;
import io.waymark.runtime.NodeTelemetry;
import io.waymark.runtime.database.Database;
import io.waymark.telemetry.GaugeFamily;
import io.waymark.telemetry.Telemetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.ClusterEvent.CurrentClusterState;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;

/**
 * What is not counted where it happens but has to be looked up: lags, dead letters, failing checks, the cluster.
 *
 * <p>Looked up every few seconds and apart from scrapes, so that a slow database makes old figures and not a dead target.
 * Every node tells what it sees of the whole; rules take the largest.
 */
public final class SystemGauges {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final ActorSystem<?> system;
    private final JournalView journal;
    private final WarehouseView warehouse;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final GaugeFamily projectionLagSeconds;
    private final GaugeFamily projectionLagEvents;
    private final GaugeFamily sinkLagSeconds;
    private final GaugeFamily failingChecks;
    private final GaugeFamily deadLetters;
    private final GaugeFamily members;
    private final GaugeFamily lookedUp;

    private SystemGauges(ActorSystem<?> system, Database database, Database warehouse) {
        this.system = system;
        this.journal = new JournalView(database);
        this.warehouse = new WarehouseView(warehouse);
        Telemetry telemetry = NodeTelemetry.of(system);
        projectionLagSeconds = telemetry.gauges(
                "waymark.projection.lag.seconds", "Age of the oldest event that a read model lacks", "projection");
        projectionLagEvents = telemetry.gauges(
                "waymark.projection.lag.events", "Events that a read model lacks, counted up to 1,000", "projection");
        sinkLagSeconds = telemetry.gauges(
                "waymark.pipeline.sink.lag.seconds", "Age of what a sink of the pipeline has written", "sink");
        failingChecks = telemetry.gauges(
                "waymark.data.quality.failing", "1 where a check of the warehouse fails, else 0", "check");
        deadLetters = telemetry.gauges("waymark.dead.letters", "Rows that the pipeline could not take", "state");
        members = telemetry.gauges("waymark.cluster.members", "Nodes as this one sees them", "state");
        lookedUp = telemetry.gauges(
                "waymark.system.looked.up",
                "1 where the figures of this part are of the last seconds, else 0",
                "check");
    }

    /** Looks from now on, until the node stops. */
    public static void start(ActorSystem<?> system, Database database, Database warehouse) {
        SystemGauges gauges = new SystemGauges(system, database, warehouse);
        system.scheduler().scheduleWithFixedDelay(Duration.ZERO, EVERY, gauges::look, system.executionContext());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // both parts answer whatever happens
    private void look() {
        lookAtCluster();
        if (looking.compareAndSet(false, true)) {
            CompletableFuture<Boolean> projections = seen(journal.projections().toCompletableFuture(), this::show);
            CompletableFuture<Boolean> pipeline = seen(warehouse.look().toCompletableFuture(), this::show);
            CompletableFuture.allOf(projections, pipeline).whenComplete((done, failure) -> {
                lookedUp.set(Map.of("projections", number(projections.join()), "pipeline", number(pipeline.join())));
                looking.set(false);
            });
        }
    }

    private static <T> CompletableFuture<Boolean> seen(CompletableFuture<T> part, Function<T, Boolean> show) {
        return part.orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(show)
                .exceptionally(failure -> false);
    }

    private boolean show(List<ProjectionWorker> workers) {
        projectionLagSeconds.set(worst(workers, worker -> worker.lagMillis() / 1_000.0));
        projectionLagEvents.set(worst(workers, ProjectionWorker::lagEvents));
        return true;
    }

    private static Map<String, Double> worst(List<ProjectionWorker> workers, ToDoubleFunction<ProjectionWorker> lag) {
        return workers.stream().collect(Collectors.toMap(ProjectionWorker::name, lag::applyAsDouble, Math::max));
    }

    private boolean show(Found found) {
        sinkLagSeconds.set(
                found.lag().stream().collect(Collectors.toMap(SinkLag::sink, lag -> lag.lagMillis() / 1_000.0)));
        failingChecks.set(found.quality().stream()
                .collect(Collectors.toMap(
                        QualityCheck::check, check -> number(check.status().equals("failed")))));
        deadLetters.set(Map.of("kept", (double) found.deadLetters().total()));
        return true;
    }

    private void lookAtCluster() {
        CurrentClusterState state = Cluster.get(system).state();
        double up = 0;
        for (Member member : state.getMembers()) {
            up += number(member.status().equals(MemberStatus.up()));
        }
        members.set(
                Map.of("up", up, "unreachable", (double) state.getUnreachable().size()));
    }

    private static double number(boolean fact) {
        return fact ? 1 : 0;
    }
}
