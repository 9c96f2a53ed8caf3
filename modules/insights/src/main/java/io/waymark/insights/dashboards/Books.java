package io.waymark.insights.dashboards;

import io.waymark.insights.warehouse.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What the books of one property held at the end of a day for the nights ahead of it, whatever became of them later. Pure.
 *
 * @param capacity of the nights whose capacity is known
 * @param sold rooms on the books for those nights
 * @param earned by those rooms, in major units
 * @param priced rooms on the books for any of the nights whose price is in the property's currency
 * @param revenue of those, in major units
 */
record Books(LocalDate day, long capacity, long sold, BigDecimal earned, long priced, BigDecimal revenue) {

    static Books read(Row row) throws SQLException {
        return new Books(
                row.date("day"),
                row.longNumber("capacity"),
                row.longNumber("sold"),
                row.amount("earned"),
                row.longNumber("priced"),
                row.amount("revenue"));
    }

    /** Rooms on the books as a share of capacity. */
    @Nullable
    BigDecimal occupancy() {
        return Figures.ratio(BigDecimal.valueOf(sold), BigDecimal.valueOf(capacity));
    }

    /** Revenue of a room night on the books, in minor units. */
    @Nullable
    BigDecimal adr(Currency currency) {
        return each(priced, revenue, currency);
    }

    /** Revenue of an available room night, in minor units. */
    @Nullable
    BigDecimal revpar(Currency currency) {
        return each(capacity, earned, currency);
    }

    private static @Nullable BigDecimal each(long count, BigDecimal revenue, Currency currency) {
        return count == 0
                ? null
                : Figures.minor(revenue, currency).divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP);
    }
}
