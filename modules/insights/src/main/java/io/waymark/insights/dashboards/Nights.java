package io.waymark.insights.dashboards;

import io.waymark.insights.dashboards.Bucket.Period;
import io.waymark.insights.warehouse.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One property, night by night, and what periods of it add up to. Pure. */
record Nights(Map<LocalDate, Night> byDate) {

    /**
     * One night.
     *
     * @param sold rooms on the books or stayed in
     * @param stayed rooms really slept in
     * @param priced of the rooms sold, those whose price is in the property's currency
     * @param revenue of those, in major units
     */
    record Night(LocalDate date, long capacity, long sold, long stayed, long priced, BigDecimal revenue) {

        static Night read(Row row) throws SQLException {
            return new Night(
                    row.date("day"),
                    row.longNumber("capacity"),
                    row.longNumber("sold"),
                    row.longNumber("stayed"),
                    row.longNumber("priced"),
                    row.amount("revenue"));
        }

        @Nullable
        BigDecimal soldShare() {
            return Figures.ratio(BigDecimal.valueOf(sold), BigDecimal.valueOf(capacity));
        }

        @Nullable
        BigDecimal stayedShare() {
            return Figures.ratio(BigDecimal.valueOf(stayed), BigDecimal.valueOf(capacity));
        }
    }

    Nights {
        byDate = Map.copyOf(byDate);
    }

    static Nights of(List<Night> nights) {
        return new Nights(nights.stream().collect(Collectors.toMap(Night::date, Function.identity())));
    }

    Night on(LocalDate date) {
        return byDate.getOrDefault(date, new Night(date, 0, 0, 0, 0, BigDecimal.ZERO));
    }

    /** Sold nights as a share of capacity, over the nights whose capacity is known. */
    @Nullable
    BigDecimal occupancy(Period period) {
        return Figures.ratio(sum(open(period), Night::sold), sum(open(period), Night::capacity));
    }

    /** Revenue of a sold night, in minor units. */
    @Nullable
    BigDecimal adr(Period period, Currency currency) {
        return each(sum(all(period), Night::priced), revenue(all(period)), currency);
    }

    /** Revenue of an available night, in minor units, over the nights whose capacity is known. */
    @Nullable
    BigDecimal revpar(Period period, Currency currency) {
        return each(sum(open(period), Night::capacity), revenue(open(period)), currency);
    }

    private List<Night> all(Period period) {
        return period.from().datesUntil(period.to()).map(this::on).toList();
    }

    private List<Night> open(Period period) {
        return all(period).stream().filter(night -> night.capacity() > 0).toList();
    }

    private static BigDecimal sum(List<Night> nights, Function<Night, Long> figure) {
        return BigDecimal.valueOf(nights.stream().mapToLong(figure::apply).sum());
    }

    private static BigDecimal revenue(List<Night> nights) {
        return nights.stream().map(Night::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal each(BigDecimal count, BigDecimal revenue, Currency currency) {
        return count.signum() == 0 ? null : Figures.minor(revenue, currency).divide(count, 0, RoundingMode.HALF_UP);
    }
}
