package io.waymark.insights.dashboards;

import io.waymark.insights.dashboards.Bucket.Period;
import io.waymark.insights.warehouse.Freshness;
import io.waymark.insights.warehouse.NamedSql;
import io.waymark.insights.warehouse.PipelineProgress;
import io.waymark.insights.warehouse.PipelineSink;
import io.waymark.insights.warehouse.Row;
import io.waymark.insights.warehouse.Warehouse;
import io.waymark.kernel.Tenant;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.Query;
import org.jspecify.annotations.Nullable;

/** Answers questions about dashboards from the warehouse; the same question within a moment is answered once. */
public final class Dashboards {

    private final Warehouse warehouse;
    private final PipelineProgress progress;
    private final InstantSource clock;
    private final RecentAnswers<DashboardQuestion, Dashboard> recent;

    public Dashboards(Warehouse warehouse, PipelineProgress progress, InstantSource clock) {
        this.warehouse = warehouse;
        this.progress = progress;
        this.clock = clock;
        this.recent = new RecentAnswers<>(clock);
    }

    /** A dashboard as a table, for the same parameters. */
    public CompletionStage<DashboardTable> table(Tenant tenant, String dashboard, Query parameters) {
        return answer(DashboardQuestion.parse(tenant, dashboard, parameters)).thenApply(DashboardTable::of);
    }

    CompletionStage<Dashboard> answer(DashboardQuestion question) {
        return recent.answer(
                question,
                () -> progress.of(PipelineSink.WAREHOUSE)
                        .thenCompose(
                                freshness -> warehouse.read(connection -> answer(connection, question, freshness))));
    }

    private Dashboard answer(Connection connection, DashboardQuestion question, Freshness freshness)
            throws SQLException {
        Portfolio portfolio = Portfolio.load(connection, question.tenant(), question.property(), clock.instant());
        LocalDate today = portfolio.today();
        Period period = question.period(today);
        @Nullable Bucket bucket = question.bucketOf(period);
        Table now = table(connection, question.kind(), portfolio, period, bucket);
        @Nullable
        Table before = question.compared()
                ? table(
                        connection,
                        question.kind(),
                        portfolio,
                        bucket == null ? period.aYearBefore() : bucket.aYearBefore(period),
                        bucket)
                : null;
        return new Dashboard(
                question.kind(),
                portfolio.summary(connection, today),
                period.from(),
                period.to(),
                today,
                bucket,
                question.compared() ? "year" : null,
                portfolio.currency() == null ? null : portfolio.currencyCode(),
                question.kind().dimension(),
                question.kind().measures(),
                before == null ? now.rows() : now.rowsAgainst(before, bucket),
                now.totals(),
                before == null || !Dashboard.known(before.totals()) ? null : before.totals(),
                freshness);
    }

    /** What one run of a dashboard's query answers. */
    private record Table(List<Dashboard.Row> rows, Map<String, BigDecimal> totals) {

        List<Dashboard.Row> rowsAgainst(Table before, @Nullable Bucket bucket) {
            Map<String, Map<String, BigDecimal>> earlier = new HashMap<>();
            for (Dashboard.Row row : before.rows()) {
                if (row.isKnown()) {
                    earlier.put(
                            bucket == null || row.from() == null ? row.key() : bucket.keyAYearLater(row.from()),
                            row.values());
                }
            }
            return rows.stream().map(row -> row.against(earlier.get(row.key()))).toList();
        }
    }

    private static Table table(
            Connection connection, DashboardKind kind, Portfolio portfolio, Period period, @Nullable Bucket bucket)
            throws SQLException {
        Map<String, BigDecimal> totals = new HashMap<>();
        List<Dashboard.Row> rows = bound(kind.sql(), kind, portfolio, period, bucket)
                .all(connection, row -> {
                    Map<String, BigDecimal> values = Figures.of(row, kind.measures(), portfolio.currency());
                    if (row.isTrue("is_total")) {
                        totals.putAll(values);
                        return null;
                    }
                    return bucket == null ? category(row, values) : overTime(row, values, bucket);
                });
        return new Table(rows, totals);
    }

    private static NamedSql.Bound bound(
            NamedSql sql, DashboardKind kind, Portfolio portfolio, Period period, @Nullable Bucket bucket) {
        return sql.with("tenant", portfolio.tenant().id())
                .with("properties", portfolio.ids())
                .with("currency", portfolio.currencyCode())
                .with("from", period.from())
                .with("to", period.to())
                .with("dimension", kind.slug())
                .with("bucket", bucket == null ? "" : bucket.text());
    }

    private static Dashboard.Row category(Row row, Map<String, BigDecimal> values) throws SQLException {
        return new Dashboard.Row(row.text("key"), row.text("name"), null, null, values, null);
    }

    private static Dashboard.Row overTime(Row row, Map<String, BigDecimal> values, Bucket bucket) throws SQLException {
        LocalDate from = row.date("from_date");
        String key = bucket.key(from);
        return new Dashboard.Row(key, key, from, row.date("to_date"), values, null);
    }
}
