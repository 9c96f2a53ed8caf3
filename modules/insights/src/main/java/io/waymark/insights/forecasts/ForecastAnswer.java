package io.waymark.insights.forecasts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waymark.insights.warehouse.Freshness;
import io.waymark.insights.warehouse.Row;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The newest forecast of one series of a property, with the past that it is to be measured by.
 *
 * @param past what came in the last eight weeks beside what had been forecast a week ahead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ForecastAnswer(
        String propertyId,
        String code,
        String name,
        ForecastSeries series,
        Training training,
        List<Day> days,
        List<Day> past,
        @Nullable Accuracy accuracy,
        List<Notice> notices,
        Freshness freshness) {

    /** What was last learned, and whether more is under way. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Training(
            State state,
            @Nullable LocalDate origin,
            @Nullable String model,
            @Nullable String features,
            @Nullable LocalDate learnedFrom,
            @Nullable LocalDate learnedUntil,
            @Nullable Instant finishedAt,
            @Nullable String failure) {

        enum State {
            NONE,
            WANTED,
            RUNNING,
            READY,
            FAILED;

            @JsonValue
            String text() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** One stay date. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Day(
            LocalDate date,
            int horizon,
            int books,
            int booksWeekAgo,
            BigDecimal expected,
            BigDecimal lower80,
            BigDecimal upper80,
            BigDecimal lower95,
            BigDecimal upper95,
            @Nullable Integer came,
            @Nullable Integer capacity) {

        static Day read(Row row) throws SQLException {
            return new Day(
                    row.date("date"),
                    row.number("horizon"),
                    row.number("books"),
                    row.number("books_week_ago"),
                    row.amount("expected"),
                    row.amount("lower80"),
                    row.amount("upper80"),
                    row.amount("lower95"),
                    row.amount("upper95"),
                    row.optionalNumber("came"),
                    row.optionalNumber("capacity"));
        }
    }

    /** How the forecasts of a week ahead did. */
    record Accuracy(int days, BigDecimal meanAbsoluteError, BigDecimal within80, BigDecimal within95) {}
}
