package io.waymark.insights.dashboards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the console's first page.
 *
 * @param value now; absent where there is nothing to divide by
 * @param change against 364 days earlier; absent where nothing was known then
 * @param trend the value on each of the last 14 days, oldest first
 */
record Metric(
        String key,
        Measure.Unit unit,
        @Nullable BigDecimal value,
        @Nullable BigDecimal change,
        Change changeUnit,
        Measure.Direction goodWhen,
        List<BigDecimal> trend,
        String definition) {

    static final int TREND_DAYS = 14;

    private static final int DECIMALS = 4;

    /** How a change is said. */
    enum Change {
        /** A difference of shares. */
        @JsonProperty("points")
        POINTS,
        /** A share of the value then. */
        @JsonProperty("ratio")
        RATIO,
        /** A difference of nights. */
        @JsonProperty("nights")
        NIGHTS
    }

    Metric {
        trend = List.copyOf(trend);
    }

    /**
     * Takes the figure at several days.
     *
     * @param daysAgo the figure as many days before the day looked from, if there is one
     */
    static Metric of(
            String key,
            Measure.Unit unit,
            Change changeUnit,
            Measure.Direction goodWhen,
            String definition,
            IntFunction<@Nullable BigDecimal> daysAgo) {
        @Nullable BigDecimal value = daysAgo.apply(0);
        @Nullable BigDecimal then = daysAgo.apply(Bucket.SAME_WEEKDAY_LAST_YEAR);
        List<BigDecimal> trend = IntStream.range(0, TREND_DAYS)
                .mapToObj(day -> daysAgo.apply(TREND_DAYS - 1 - day))
                .filter(Objects::nonNull)
                .toList();
        return new Metric(key, unit, value, change(value, then, changeUnit), changeUnit, goodWhen, trend, definition);
    }

    private static @Nullable BigDecimal change(
            @Nullable BigDecimal value, @Nullable BigDecimal then, Change changeUnit) {
        if (value == null || then == null) {
            return null;
        }
        BigDecimal difference = value.subtract(then);
        return switch (changeUnit) {
            case POINTS, NIGHTS -> Figures.plain(difference);
            case RATIO ->
                then.signum() == 0 ? null : Figures.plain(difference.divide(then, DECIMALS, RoundingMode.HALF_UP));
        };
    }
}
