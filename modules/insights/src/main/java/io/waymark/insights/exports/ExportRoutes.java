package io.waymark.insights.exports;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.waymark.http.Call;
import io.waymark.http.Edge;
import io.waymark.http.Scope;
import io.waymark.insights.dashboards.DashboardTable;
import io.waymark.insights.dashboards.Dashboards;
import io.waymark.insights.exports.Csv.Cell;
import io.waymark.insights.search.Searches;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.Query;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** HTTP for exports: the same parameters as search and dashboards take, the answer as a file. */
public final class ExportRoutes extends AllDirectives {

    static final int MOST_ROWS = 200_000;

    private static final String ROW_LIMIT = "Waymark-Row-Limit";
    private static final ContentType CSV = MediaTypes.TEXT_CSV.toContentType(HttpCharsets.UTF_8);

    private final ActorSystem<?> system;
    private final Edge edge;
    private final Searches searches;
    private final Dashboards dashboards;

    public ExportRoutes(ActorSystem<?> system, Edge edge, Searches searches, Dashboards dashboards) {
        this.system = system;
        this.edge = edge;
        this.searches = searches;
        this.dashboards = dashboards;
    }

    public Route routes() {
        return pathPrefix(
                segment("v1").slash("exports"),
                () -> concat(
                        path("bookings.csv", () -> get(() -> edge.secured(Scope.INSIGHTS_READ, this::bookings))),
                        path(
                                segment("dashboards").slash(segment()),
                                file -> get(() -> edge.secured(Scope.INSIGHTS_READ, call -> dashboard(call, file))))));
    }

    private Route bookings(Call call) {
        Source<ByteString, NotUsed> lines =
                lines(searches.allBookings(call.tenant(), query(call)).map(BookingLines::line), MOST_ROWS);
        // Only when the first line is there is it known that there is anything to answer with.
        CompletionStage<Source<ByteString, NotUsed>> begun = lines.prefixAndTail(1)
                .runWith(Sink.head(), system)
                .thenApply(parts -> Source.single(ByteString.fromString(BookingLines.header()))
                        .concat(Source.from(parts.first()))
                        .concat(parts.second()));
        return onSuccess(begun, file -> file(call, "bookings.csv", file));
    }

    private Route dashboard(Call call, String file) {
        String name = file.endsWith(".csv") ? file.substring(0, file.length() - 4) : "";
        return onSuccess(
                dashboards.table(call.tenant(), name, query(call)),
                table -> file(call, table.name() + ".csv", Source.single(ByteString.fromString(text(table)))));
    }

    /** The rows up to the limit; if there are more, the last line says so. */
    static Source<ByteString, NotUsed> lines(Source<String, NotUsed> rows, int most) {
        return rows.take(most + 1L)
                .zipWithIndex()
                .map(row -> ByteString.fromString(
                        row.second() < most
                                ? row.first()
                                : Csv.line(List.of(new Cell.Text(
                                        "There are more rows; this file ends after " + most + " of them.")))));
    }

    private Route file(Call call, String name, Source<ByteString, NotUsed> content) {
        return complete(HttpResponse.create()
                .withEntity(HttpEntities.createChunked(CSV, content))
                .addHeader(RawHeader.create("Content-Disposition", "attachment; filename=\"" + name + "\""))
                .addHeader(RawHeader.create("X-Content-Type-Options", "nosniff"))
                .addHeader(RawHeader.create(ROW_LIMIT, Integer.toString(MOST_ROWS)))
                .addHeader(RawHeader.create(Call.REQUEST_ID, call.id())));
    }

    private static String text(DashboardTable table) {
        StringBuilder text = new StringBuilder(Csv.header(table.columns()));
        for (DashboardTable.Line line : table.lines()) {
            List<Cell> cells = new ArrayList<>();
            line.labels().forEach(label -> cells.add(new Cell.Text(label)));
            line.figures().forEach(figure -> cells.add(new Cell.Amount(figure)));
            text.append(Csv.line(cells));
        }
        return text.toString();
    }

    private static Query query(Call call) {
        return call.request().uri().query();
    }
}
