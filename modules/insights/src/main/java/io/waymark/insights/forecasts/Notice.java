package io.waymark.insights.forecasts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waymark.insights.forecasts.ForecastAnswer.Accuracy;
import io.waymark.insights.forecasts.ForecastAnswer.Day;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a revenue manager should look at. Pure.
 *
 * @param rooms that came, or are expected
 * @param limit the end of the interval that was left, or the capacity
 */
record Notice(LocalDate date, Kind kind, BigDecimal rooms, BigDecimal limit) {

    enum Kind {
        /** More came than the 95 % interval of a week ahead allowed. */
        @JsonProperty("above")
        ABOVE,
        /** Fewer came than it allowed. */
        @JsonProperty("below")
        BELOW,
        /** The 80 % interval reaches capacity: worth a higher price or a restriction. */
        @JsonProperty("sells-out")
        SELLS_OUT,
        /** Even its upper end leaves much free: worth an offer, or fewer staff. */
        @JsonProperty("much-free")
        MUCH_FREE
    }

    private static final int ADVISED_DAYS = 28;
    private static final int SURPRISE_DAYS = 14;
    private static final BigDecimal MUCH = new BigDecimal("0.5");

    /** Surprises of the last two weeks, then advice for the next four, each by date. */
    static List<Notice> of(List<Day> past, List<Day> days, ForecastSeries series) {
        List<Notice> notices = new ArrayList<>();
        past.stream().skip(Math.max(0, past.size() - SURPRISE_DAYS)).forEach(day -> addSurprise(notices, day));
        // Capacity is of nights; how many may arrive is another question.
        if (series == ForecastSeries.ROOMS) {
            days.stream().limit(ADVISED_DAYS).forEach(day -> addAdvice(notices, day));
        }
        return List.copyOf(notices);
    }

    static @Nullable Accuracy accuracy(List<Day> past) {
        List<Day> over = past.stream().filter(day -> day.came() != null).toList();
        if (over.isEmpty()) {
            return null;
        }
        double error = over.stream()
                .mapToDouble(
                        day -> Math.abs(day.expected().doubleValue() - came(day).doubleValue()))
                .average()
                .orElseThrow();
        return new Accuracy(
                over.size(),
                BigDecimal.valueOf(error).setScale(2, RoundingMode.HALF_UP),
                share(over, day -> within(came(day), day.lower80(), day.upper80())),
                share(over, day -> within(came(day), day.lower95(), day.upper95())));
    }

    private static void addSurprise(List<Notice> notices, Day day) {
        if (day.came() == null) {
            return;
        }
        if (came(day).compareTo(day.upper95()) > 0) {
            notices.add(new Notice(day.date(), Kind.ABOVE, came(day), day.upper95()));
        } else if (came(day).compareTo(day.lower95()) < 0) {
            notices.add(new Notice(day.date(), Kind.BELOW, came(day), day.lower95()));
        }
    }

    private static void addAdvice(List<Notice> notices, Day day) {
        Integer rooms = day.capacity();
        if (rooms == null || rooms == 0) {
            return;
        }
        BigDecimal capacity = BigDecimal.valueOf(rooms);
        if (day.upper80().compareTo(capacity) >= 0) {
            notices.add(new Notice(day.date(), Kind.SELLS_OUT, day.expected(), capacity));
        } else if (day.upper80().compareTo(capacity.multiply(MUCH)) < 0) {
            notices.add(new Notice(day.date(), Kind.MUCH_FREE, day.expected(), capacity));
        }
    }

    private static boolean within(BigDecimal value, BigDecimal lower, BigDecimal upper) {
        return value.compareTo(lower) >= 0 && value.compareTo(upper) <= 0;
    }

    private static BigDecimal share(List<Day> days, Predicate<Day> kept) {
        return BigDecimal.valueOf(days.stream().filter(kept).count())
                .divide(BigDecimal.valueOf(days.size()), 4, RoundingMode.HALF_UP);
    }

    private static BigDecimal came(Day day) {
        Integer came = day.came();
        return BigDecimal.valueOf(came == null ? 0 : came);
    }
}
