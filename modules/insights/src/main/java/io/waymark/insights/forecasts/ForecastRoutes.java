package io.waymark.insights.forecasts;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.waymark.http.Call;
import io.waymark.http.Edge;
import io.waymark.http.Scope;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/** HTTP for forecasts. */
public final class ForecastRoutes extends AllDirectives {

    private final Edge edge;
    private final Forecasts forecasts;

    public ForecastRoutes(Edge edge, Forecasts forecasts) {
        this.edge = edge;
        this.forecasts = forecasts;
    }

    public Route routes() {
        return pathPrefix(
                segment("v1").slash("forecasts").slash(segment()),
                property -> concat(
                        pathEnd(() -> get(() -> edge.secured(Scope.INSIGHTS_READ, call -> forecast(call, property)))),
                        path(
                                "training",
                                () -> put(() -> edge.secured(
                                        Scope.INSIGHTS_WRITE,
                                        call -> edge.json(call, forecasts.request(call.tenant(), property)))))));
    }

    private Route forecast(Call call, String property) {
        ForecastSeries series =
                ForecastSeries.parse(call.request().uri().query().get("series").orElse("rooms"));
        return edge.json(call, forecasts.answer(call.tenant(), property, series));
    }
}
