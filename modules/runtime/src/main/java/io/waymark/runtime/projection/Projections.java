package io.waymark.runtime.projection;

import io.waymark.runtime.NodeTelemetry;
import io.waymark.runtime.cluster.EvenShards;
import io.waymark.runtime.cluster.NodeRole;
import io.waymark.runtime.database.Database;
import io.waymark.telemetry.ProjectionMeters;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.ShardedDaemonProcessSettings;
import org.apache.pekko.cluster.sharding.typed.javadsl.ShardedDaemonProcess;

/** Starts projections; the cluster spreads their workers over its nodes and moves them when a node goes. */
public final class Projections {

    /** Workers that a projection has in the whole cluster: a power of two up to 64. More may be had, fewer not again. */
    private static final String WORKERS = "waymark.projection-workers";

    private Projections() {}

    public static void start(ActorSystem<?> system, Database database, Projection projection) {
        ProjectionMeters.OfProjection meters =
                NodeTelemetry.of(system).projections().projection(projection.name());
        int workers = system.settings().config().getInt(WORKERS);
        List<SliceRange> ranges = SliceRange.cut(workers);
        ShardedDaemonProcess.get(system)
                .init(
                        ProjectionWorker.Message.class,
                        "projection-" + projection.name(),
                        workers,
                        worker -> ProjectionWorker.create(
                                new ProjectionStep(database, projection, ranges.get(worker)),
                                projection.name() + " " + ranges.get(worker),
                                meters),
                        ShardedDaemonProcessSettings.create(system).withRole(NodeRole.PROJECTIONS.text()),
                        Optional.of(ProjectionWorker.Message.STOP),
                        Optional.of(EvenShards.in(system)));
    }
}
