package io.waymark.insights.dashboards;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.waymark.insights.warehouse.Freshness;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One dashboard: rows of measures, and what they add up to. */
record Dashboard(
        DashboardKind name,
        @Nullable PropertySummary property,
        LocalDate from,
        LocalDate to,
        LocalDate today,
        @Nullable Bucket bucket,
        @Nullable String compare,
        @Nullable String currency,
        DashboardKind.Dimension dimension,
        List<Measure> measures,
        List<Row> rows,
        Map<String, BigDecimal> totals,
        @Nullable Map<String, BigDecimal> previousTotals,
        Freshness freshness) {

    /**
     * One row.
     *
     * @param key a date, a month, a code, or the lower end of a bin
     * @param from first day, of rows over time
     * @param to exclusive
     * @param previous the same measures a year earlier, where they were asked for and something was known then
     */
    record Row(
            String key,
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Map<String, BigDecimal> values,
            @Nullable Map<String, BigDecimal> previous) {

        Row {
            values = Map.copyOf(values);
        }

        Row against(@Nullable Map<String, BigDecimal> before) {
            return new Row(key, name, from, to, values, before);
        }

        /** Whether anything happened at all. */
        @JsonIgnore
        boolean isKnown() {
            return known(values);
        }
    }

    Dashboard {
        measures = List.copyOf(measures);
        rows = List.copyOf(rows);
    }

    static boolean known(Map<String, BigDecimal> values) {
        return values.values().stream().anyMatch(value -> value.signum() != 0);
    }
}
