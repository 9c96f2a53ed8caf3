package io.waymark.insights.dashboards;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as a plain table: money in major units, the totals in the last line.
 *
 * @param columns names, of the labels first
 */
public record DashboardTable(String name, List<String> columns, List<Line> lines) {

    private static final List<String> LABELS = List.of("key", "name", "from", "to");

    /**
     * One line.
     *
     * @param labels empty where a row has none
     * @param figures null where there is nothing to divide by
     */
    public record Line(List<String> labels, List<@Nullable BigDecimal> figures) {

        public Line {
            labels = List.copyOf(labels);
            figures = Collections.unmodifiableList(new ArrayList<>(figures));
        }
    }

    public DashboardTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    static DashboardTable of(Dashboard dashboard) {
        boolean compared = dashboard.compare() != null;
        List<String> columns = new ArrayList<>(LABELS);
        dashboard.measures().forEach(measure -> columns.add(measure.key()));
        if (compared) {
            dashboard.measures().forEach(measure -> columns.add(measure.key() + " a year before"));
        }
        List<Line> lines = new ArrayList<>();
        for (Dashboard.Row row : dashboard.rows()) {
            lines.add(new Line(
                    List.of(row.key(), row.name(), text(row.from()), text(row.to())),
                    figures(dashboard, row.values(), row.previous())));
        }
        lines.add(new Line(
                List.of("total", "Total", text(dashboard.from()), text(dashboard.to())),
                figures(dashboard, dashboard.totals(), dashboard.previousTotals())));
        return new DashboardTable(dashboard.name().slug(), columns, lines);
    }

    private static List<@Nullable BigDecimal> figures(
            Dashboard dashboard, Map<String, BigDecimal> values, @Nullable Map<String, BigDecimal> previous) {
        List<@Nullable BigDecimal> figures = new ArrayList<>();
        dashboard.measures().forEach(measure -> figures.add(figure(dashboard, measure, values)));
        if (dashboard.compare() != null) {
            dashboard
                    .measures()
                    .forEach(
                            measure -> figures.add(figure(dashboard, measure, previous == null ? Map.of() : previous)));
        }
        return figures;
    }

    private static @Nullable BigDecimal figure(Dashboard dashboard, Measure measure, Map<String, BigDecimal> values) {
        @Nullable BigDecimal value = values.get(measure.key());
        @Nullable String currency = dashboard.currency();
        return value == null || currency == null || measure.unit() != Measure.Unit.MONEY
                ? value
                : value.movePointLeft(Currency.getInstance(currency).getDefaultFractionDigits());
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
