package io.waymark.scenarios.replay;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one hotel sold for arrival in one month.
 *
 * <p>Counted twice by nothing but this class: from the rows of the file, and by SQL from the warehouse. It shares no code with
 * the replay or the pipeline, so that their mistakes show.
 */
record MonthFigures(long bookings, long cancelled, long noShows, long nights, long changes, BigDecimal revenue) {

    private static final MonthFigures NONE = new MonthFigures(0, 0, 0, 0, 0, new BigDecimal("0.00"));

    /** By hotel and month, such as {@code CITY 2016-08}. */
    static Map<String, MonthFigures> of(Excerpt excerpt) {
        List<String> columns = Arrays.asList(excerpt.header().split(","));
        Map<String, MonthFigures> figures = new TreeMap<>();
        for (String row : excerpt.rows()) {
            Row named = new Row(columns, List.of(row.split(",", -1)));
            figures.merge(key(named), of(named), MonthFigures::plus);
        }
        return figures;
    }

    /** The same, as an analyst asks the warehouse. */
    static Map<String, MonthFigures> in(Connection warehouse) throws SQLException {
        Map<String, MonthFigures> figures = new TreeMap<>();
        try (Statement statement = warehouse.createStatement();
                ResultSet result = statement.executeQuery("""
                        select p.code || ' ' || to_char(b.arrival, 'YYYY-MM'), count(*),
                               count(*) filter (where b.is_cancelled), count(*) filter (where b.is_no_show),
                               sum(b.departure - b.arrival), sum(b.changes), sum(b.total_amount)
                        from fact_booking b
                        join dim_property p using (tenant, property_id)
                        where p.code in ('CITY', 'RESORT')
                        group by 1""")) {
            while (result.next()) {
                figures.put(
                        result.getString(1),
                        new MonthFigures(
                                result.getLong(2),
                                result.getLong(3),
                                result.getLong(4),
                                result.getLong(5),
                                result.getLong(6),
                                result.getBigDecimal(7).setScale(2)));
            }
        }
        return figures;
    }

    static MonthFigures total(Map<String, MonthFigures> figures) {
        return figures.values().stream().reduce(NONE, MonthFigures::plus);
    }

    private static String key(Row row) {
        Month month = Month.valueOf(row.text("arrival_date_month").toUpperCase(Locale.ROOT));
        String hotel = row.text("hotel").equals("City Hotel") ? "CITY" : "RESORT";
        return "%s %s-%02d".formatted(hotel, row.text("arrival_date_year"), month.getValue());
    }

    private static MonthFigures of(Row row) {
        long nights = number(row, "stays_in_weekend_nights") + number(row, "stays_in_week_nights");
        String ending = row.text("reservation_status");
        return new MonthFigures(
                1,
                ending.equals("Canceled") ? 1 : 0,
                ending.equals("No-Show") ? 1 : 0,
                nights,
                number(row, "booking_changes"),
                new BigDecimal(row.text("adr"))
                        .multiply(BigDecimal.valueOf(nights))
                        .setScale(2));
    }

    private static long number(Row row, String column) {
        return Long.parseLong(row.text(column));
    }

    private MonthFigures plus(MonthFigures other) {
        return new MonthFigures(
                bookings + other.bookings,
                cancelled + other.cancelled,
                noShows + other.noShows,
                nights + other.nights,
                changes + other.changes,
                revenue.add(other.revenue));
    }

    private record Row(List<String> columns, List<String> values) {

        String text(String column) {
            return values.get(columns.indexOf(column));
        }
    }
}
