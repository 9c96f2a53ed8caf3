package io.waymark.app;

import io.waymark.runtime.NodeTelemetry;
import io.waymark.telemetry.Telemetry;
import java.nio.charset.StandardCharsets;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.management.javadsl.ManagementRouteProvider;
import org.apache.pekko.management.javadsl.ManagementRouteProviderSettings;

/** {@code GET /metrics} on the management address, for Prometheus. */
public final class MetricsRoutes extends AllDirectives implements ManagementRouteProvider {

    private final Telemetry telemetry;

    /** Made by Pekko Management from the configuration. */
    public MetricsRoutes(ExtendedActorSystem system) {
        this.telemetry = NodeTelemetry.of(Adapter.toTyped(system));
    }

    @Override
    public Route routes(ManagementRouteProviderSettings settings) {
        return path(
                "metrics",
                () -> get(() -> complete(HttpResponse.create()
                        .withEntity(HttpEntities.create(
                                ContentTypes.parse(Telemetry.CONTENT_TYPE),
                                telemetry.scrape().getBytes(StandardCharsets.UTF_8))))));
    }
}
