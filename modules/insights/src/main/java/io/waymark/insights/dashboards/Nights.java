package io.waymark.insights.dashboards;

import io.waymark.insights.warehouse.Row;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One property, night by night, as its books stood at the end of the day looked from. Pure. */
record Nights(Map<LocalDate, Night> byDate) {

    /**
     * One night.
     *
     * @param sold rooms on the books at the end of that day
     * @param stayed rooms really slept in, as it is known now
     */
    record Night(LocalDate date, long capacity, long sold, long stayed) {

        static Night read(Row row) throws SQLException {
            return new Night(
                    row.date("day"), row.longNumber("capacity"), row.longNumber("sold"), row.longNumber("stayed"));
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
        return byDate.getOrDefault(date, new Night(date, 0, 0, 0));
    }
}
