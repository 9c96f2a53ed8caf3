package io.waymark.insights.dashboards;

import io.waymark.insights.dashboards.Bucket.Period;
import io.waymark.insights.dashboards.Measure.Direction;
import io.waymark.insights.dashboards.Measure.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the console's first page, from daily sums. Pure.
 *
 * @param date the day looked from
 * @param books of that day, of the trend's days and of the day a year before
 * @param currency of the property; without one there are no prices
 */
record Metrics(
        LocalDate date,
        List<Books> books,
        List<Arrivals> arrivals,
        List<PickUp> pickUp,
        @Nullable Currency currency) {

    static final int MIX_DAYS = 30;
    static final int LEAD_TIME_DAYS = 90;

    static final int NIGHTS_AHEAD = 30;
    private static final int ARRIVALS_BEHIND = 30;
    private static final int PICK_UP_DAYS = 7;

    /** Bookings that were ever confirmed, by the day on which they were to arrive. */
    record Arrivals(LocalDate day, long bookings, long cancelled) {}

    /** Room nights booked minus given back on a day. */
    record PickUp(LocalDate day, long net) {}

    Metrics {
        books = List.copyOf(books);
        arrivals = List.copyOf(arrivals);
        pickUp = List.copyOf(pickUp);
    }

    /** The arrivals that they look at, those of a year before included. */
    static Period arrivalsAt(LocalDate date) {
        return new Period(date.minusDays(Bucket.SAME_WEEKDAY_LAST_YEAR + ARRIVALS_BEHIND), date);
    }

    /** The days of booking that they look at, those of a year before included. */
    static Period pickUpAt(LocalDate date) {
        return new Period(date.minusDays(Bucket.SAME_WEEKDAY_LAST_YEAR + PICK_UP_DAYS), date.plusDays(1));
    }

    List<Metric> all() {
        return List.of(
                Metric.of(
                        "occupancy",
                        Unit.RATIO,
                        Metric.Change.POINTS,
                        Direction.UP,
                        "Rooms on the books at the end of this day as a share of capacity, over the 30 nights from it.",
                        daysAgo -> onBooks(daysAgo, Books::occupancy)),
                Metric.of(
                        "adr",
                        Unit.MONEY,
                        Metric.Change.RATIO,
                        Direction.UP,
                        "Revenue of a room night on the books at the end of this day, over the 30 nights from it.",
                        daysAgo -> currency == null ? null : onBooks(daysAgo, held -> held.adr(currency))),
                Metric.of(
                        "revpar",
                        Unit.MONEY,
                        Metric.Change.RATIO,
                        Direction.UP,
                        "Revenue on the books at the end of this day, for each available room night of the 30 nights from it.",
                        daysAgo -> currency == null ? null : onBooks(daysAgo, held -> held.revpar(currency))),
                Metric.of(
                        "pickup",
                        Unit.NIGHTS,
                        Metric.Change.NIGHTS,
                        Direction.UP,
                        "Room nights booked minus given back in the 7 days up to and with this day.",
                        this::pickedUp),
                Metric.of(
                        "cancellation",
                        Unit.RATIO,
                        Metric.Change.POINTS,
                        Direction.DOWN,
                        "Cancelled bookings as a share of all that were ever confirmed, by arrivals in the 30 days before this day.",
                        this::cancelled));
    }

    private @Nullable BigDecimal onBooks(int daysAgo, Function<Books, @Nullable BigDecimal> figure) {
        LocalDate day = date.minusDays(daysAgo);
        for (Books held : books) {
            if (held.day().equals(day)) {
                return figure.apply(held);
            }
        }
        return null;
    }

    /** Absent a year ago, where nothing was booked or given back then; today nothing is a figure, too. */
    private @Nullable BigDecimal pickedUp(int daysAgo) {
        LocalDate last = date.minusDays(daysAgo);
        LocalDate first = last.minusDays(PICK_UP_DAYS - 1);
        List<PickUp> moved = pickUp.stream()
                .filter(day -> !day.day().isBefore(first) && !day.day().isAfter(last))
                .toList();
        return moved.isEmpty() && daysAgo >= Bucket.SAME_WEEKDAY_LAST_YEAR
                ? null
                : BigDecimal.valueOf(moved.stream().mapToLong(PickUp::net).sum());
    }

    private @Nullable BigDecimal cancelled(int daysAgo) {
        LocalDate end = date.minusDays(daysAgo);
        LocalDate first = end.minusDays(ARRIVALS_BEHIND);
        List<Arrivals> arrived = arrivals.stream()
                .filter(day -> !day.day().isBefore(first) && day.day().isBefore(end))
                .toList();
        return Figures.ratio(
                BigDecimal.valueOf(
                        arrived.stream().mapToLong(Arrivals::cancelled).sum()),
                BigDecimal.valueOf(
                        arrived.stream().mapToLong(Arrivals::bookings).sum()));
    }
}
