package io.waymark.insights.dashboards;

import io.waymark.insights.warehouse.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures as the API says them: shares with four decimals, money in minor units, everything else whole. Pure. */
final class Figures {

    private static final int DECIMALS = 4;

    private Figures() {}

    /** The measures of one row; what has nothing to divide by is absent. */
    static Map<String, BigDecimal> of(Row row, List<Measure> measures, @Nullable Currency currency)
            throws SQLException {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        for (Measure measure : measures) {
            @Nullable BigDecimal value = row.decimal(measure.column());
            @Nullable BigDecimal figure = value == null ? null : figure(value, measure.unit(), currency);
            if (figure != null) {
                figures.put(measure.key(), figure);
            }
        }
        return figures;
    }

    private static @Nullable BigDecimal figure(BigDecimal value, Measure.Unit unit, @Nullable Currency currency) {
        return switch (unit) {
            case RATIO -> plain(value.setScale(DECIMALS, RoundingMode.HALF_UP));
            case MONEY -> currency == null ? null : minor(value, currency);
            case NIGHTS, COUNT -> value.setScale(0, RoundingMode.HALF_UP);
            case DAYS -> plain(value.setScale(1, RoundingMode.HALF_UP));
        };
    }

    static BigDecimal minor(BigDecimal major, Currency currency) {
        return major.movePointRight(currency.getDefaultFractionDigits()).setScale(0, RoundingMode.HALF_UP);
    }

    /** A share; absent where there is nothing to divide by. */
    static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : plain(part.divide(whole, DECIMALS, RoundingMode.HALF_UP));
    }

    /** Without trailing zeros and without an exponent. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
