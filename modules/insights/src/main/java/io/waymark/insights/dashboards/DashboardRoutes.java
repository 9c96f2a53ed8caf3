package io.waymark.insights.dashboards;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.waymark.http.Call;
import io.waymark.http.Edge;
import io.waymark.http.ProblemException;
import io.waymark.http.Scope;
import io.waymark.insights.search.SearchParameters;
import org.apache.pekko.http.javadsl.model.Query;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/** HTTP for dashboards. */
public final class DashboardRoutes extends AllDirectives {

    private static final int LEAST_DAYS = 7;
    private static final int MOST_DAYS = 365;
    private static final int DAYS = 84;

    private final Edge edge;
    private final Dashboards dashboards;
    private final Overviews overviews;

    public DashboardRoutes(Edge edge, Dashboards dashboards, Overviews overviews) {
        this.edge = edge;
        this.dashboards = dashboards;
        this.overviews = overviews;
    }

    public Route routes() {
        return pathPrefix(
                segment("v1").slash("dashboards"),
                () -> concat(
                        path("operations", () -> get(() -> edge.secured(Scope.INSIGHTS_READ, this::overview))),
                        path(
                                segment(),
                                name -> get(() -> edge.secured(Scope.INSIGHTS_READ, call -> dashboard(call, name))))));
    }

    private Route overview(Call call) {
        Query query = call.request().uri().query();
        return edge.json(
                call,
                overviews.answer(new Overviews.Question(
                        call.tenant(),
                        DashboardQuestion.property(query),
                        days(query),
                        SearchParameters.date(query, "date").orElse(null))));
    }

    private Route dashboard(Call call, String name) {
        return edge.json(
                call,
                dashboards.answer(DashboardQuestion.parse(
                        call.tenant(), name, call.request().uri().query())));
    }

    private static int days(Query query) {
        try {
            int days = query.get("days").map(Integer::valueOf).orElse(DAYS);
            if (days >= LEAST_DAYS && days <= MOST_DAYS) {
                return days;
            }
        } catch (NumberFormatException e) {
            // Told below, with the same words as a number out of range.
        }
        throw ProblemException.invalid("days", "takes a number from " + LEAST_DAYS + " to " + MOST_DAYS);
    }
}
