package io.waymark.app;

import io.waymark.http.Edge;
import io.waymark.runtime.database.Database;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/** Whether this process runs, and whether it takes requests: a member of the cluster with a database that answers. */
final class Health extends AllDirectives {

    private static final long LIMIT_MILLIS = 2_000;

    private final ActorSystem<?> system;
    private final Database database;

    Health(ActorSystem<?> system, Database database) {
        this.system = system;
        this.database = database;
    }

    Route routes() {
        return pathPrefix(
                "health",
                () -> concat(
                        path("live", () -> get(() -> complete(Edge.jsonResponse(Map.of("status", "up"))))),
                        path("ready", () -> get(() -> onSuccess(ready(), this::answer)))));
    }

    private Route answer(boolean ready) {
        return complete(
                Edge.jsonResponse(Map.of("status", ready ? "up" : "down")).withStatus(ready ? 200 : 503));
    }

    private CompletionStage<Boolean> ready() {
        MemberStatus status = Cluster.get(system).selfMember().status();
        if (!status.equals(MemberStatus.up())) {
            return CompletableFuture.completedFuture(false);
        }
        return database.async(connection -> connection.isValid(1))
                .toCompletableFuture()
                .orTimeout(LIMIT_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(failure -> false);
    }
}
