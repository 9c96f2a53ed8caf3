package io.waymark.launcher.bench;

import io.waymark.forecast.BookedStay;
import io.waymark.forecast.DemandSeries;
import io.waymark.forecast.Forecaster;
import io.waymark.forecast.accuracy.Accuracy;
import io.waymark.forecast.accuracy.Backtest;
import io.waymark.launcher.replay.source.Hotel;
import io.waymark.launcher.replay.source.Reservation;
import io.waymark.servers.ServerFailure;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Forecasts the hotels of a file from its past days, each series on a thread of its own. */
final class ForecastTrial {

    private final List<Reservation> reservations;
    private final LocalDate firstDay;
    private final LocalDate lastDay;

    ForecastTrial(List<Reservation> reservations) {
        if (reservations.isEmpty()) {
            throw new ServerFailure("The file holds no reservation.");
        }
        this.reservations = reservations;
        Comparator<LocalDate> order = Comparator.naturalOrder();
        firstDay = reservations.stream().map(Reservation::arrival).min(order).orElseThrow();
        // Later nights lack the guests who arrived after the file ends.
        lastDay = reservations.stream().map(Reservation::arrival).max(order).orElseThrow();
    }

    LocalDate lastDay() {
        return lastDay;
    }

    LocalDate earliestOrigin() {
        return firstDay.plusDays(Forecaster.FEWEST_DAYS);
    }

    LocalDate latestFirstOrigin(int origins, int horizon, int every) {
        return lastDay.minusDays(horizon + (long) (origins - 1) * every);
    }

    /**
     * What was measured of one series.
     *
     * @param byHorizon by the last horizon of each band
     */
    record Measured(Accuracy whole, SortedMap<Integer, Accuracy> byHorizon) {}

    /** By series, such as {@code City Hotel arrivals}. */
    Map<String, Measured> run(LocalDate from, int origins, int every, int horizon) {
        Map<String, Future<Measured>> running = new LinkedHashMap<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Hotel hotel : Hotel.values()) {
                List<BookedStay> stays = stays(hotel);
                for (DemandSeries series : stays.isEmpty() ? new DemandSeries[0] : DemandSeries.values()) {
                    String name = hotel.title() + " " + series.name().toLowerCase(Locale.ROOT);
                    running.put(name, threads.submit(() -> measure(stays, series, from, origins, every, horizon)));
                }
            }
            Map<String, Measured> measured = new LinkedHashMap<>();
            running.forEach((name, series) -> measured.put(name, outcome(series)));
            return measured;
        }
    }

    private Measured measure(
            List<BookedStay> stays, DemandSeries series, LocalDate from, int origins, int every, int horizon) {
        Forecaster forecaster = new Forecaster(stays, series, firstDay, lastDay, null);
        Backtest backtest = new Backtest(forecaster, firstDay, lastDay);
        for (int i = 0; i < origins; i++) {
            backtest.add(from.plusDays((long) i * every), horizon);
        }
        return new Measured(backtest.result(), backtest.byHorizon());
    }

    private List<BookedStay> stays(Hotel hotel) {
        return reservations.stream()
                .filter(reservation -> reservation.hotel() == hotel)
                .map(ForecastTrial::stay)
                .toList();
    }

    /** Of the row, only what is known when a room is booked; when it was lost is looked at from that day on. */
    private static BookedStay stay(Reservation reservation) {
        Reservation.Sale sale = reservation.sale();
        LocalDate lostOn = switch (reservation.ending()) {
            case STAYED -> null;
            case CANCELLED -> reservation.endedOn();
            // One row dates it a day before the arrival, when nobody can know.
            case NO_SHOW -> reservation.arrival();
        };
        return new BookedStay(
                sale.depositType() + "/" + sale.market() + "/" + sale.customerType(),
                reservation.bookedOn(),
                reservation.arrival(),
                reservation.departure(),
                lostOn);
    }

    private static Measured outcome(Future<Measured> measured) {
        try {
            return measured.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
