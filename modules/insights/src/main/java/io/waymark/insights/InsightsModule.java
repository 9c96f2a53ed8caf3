package io.waymark.insights;

import io.waymark.http.Edge;
import io.waymark.http.ModuleParts;
import io.waymark.insights.dashboards.DashboardRoutes;
import io.waymark.insights.dashboards.Dashboards;
import io.waymark.insights.dashboards.Overviews;
import io.waymark.insights.exports.ExportRoutes;
import io.waymark.insights.feed.FeedReader;
import io.waymark.insights.feed.FeedRoutes;
import io.waymark.insights.feed.LiveFeed;
import io.waymark.insights.forecasts.ForecastRoutes;
import io.waymark.insights.forecasts.ForecastSchedule;
import io.waymark.insights.forecasts.Forecasts;
import io.waymark.insights.search.SearchCluster;
import io.waymark.insights.search.SearchRoutes;
import io.waymark.insights.search.Searches;
import io.waymark.insights.warehouse.PipelineProgress;
import io.waymark.insights.warehouse.Warehouse;
import io.waymark.runtime.database.Database;
import java.time.InstantSource;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.Route;

/** The module as the application starts it: routes only, for it has no entities and keeps no read models. */
public final class InsightsModule {

    private static final int FORECAST_CONNECTIONS = 2;

    private InsightsModule() {}

    /** Starts the module; its connections are closed when the actor system has ended. */
    public static ModuleParts start(ActorSystem<?> system, Edge edge, InstantSource clock, InsightsSettings settings) {
        Warehouse warehouse = Warehouse.open(settings.warehouse(), settings.connections());
        SearchCluster cluster = SearchCluster.open(settings.search(), settings.searchKey());
        Database forecasts = Database.open("forecasts", settings.forecasts(), FORECAST_CONNECTIONS);
        ForecastSchedule schedule = ForecastSchedule.start(forecasts, clock);
        system.getWhenTerminated().whenComplete((done, failure) -> {
            schedule.close();
            forecasts.close();
            cluster.close();
            warehouse.close();
        });
        PipelineProgress progress = new PipelineProgress(warehouse, clock);
        Searches searches = new Searches(cluster, progress, settings.indexPrefix());
        FeedReader reader = new FeedReader(warehouse);
        Dashboards dashboards = new Dashboards(warehouse, progress, clock);
        Route routes = Directives.concat(
                new SearchRoutes(edge, searches, clock).routes(),
                new DashboardRoutes(edge, dashboards, new Overviews(warehouse, progress, clock)).routes(),
                new ForecastRoutes(edge, new Forecasts(warehouse, forecasts, progress, clock)).routes(),
                new FeedRoutes(edge, reader, LiveFeed.start(system, reader), progress).routes(),
                new ExportRoutes(system, edge, searches, dashboards).routes());
        return new ModuleParts(routes, List.of(), List.of());
    }
}
