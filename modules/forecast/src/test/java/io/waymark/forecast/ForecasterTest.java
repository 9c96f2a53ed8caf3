package io.waymark.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.forecast.accuracy.Accuracy;
import io.waymark.forecast.accuracy.Backtest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForecasterTest {

    private static final LocalDate ORIGIN = LocalDate.of(2025, 8, 20);
    private static final List<BookedStay> STAYS = InventedHotel.stays(1);

    @ParameterizedTest
    @EnumSource(DemandSeries.class)
    void changingTheFutureChangesNoForecast(DemandSeries series) {
        List<DayForecast> asItWas = forecaster(STAYS, series, null).forecast(ORIGIN, 60);

        assertThat(forecaster(withAnotherFuture(STAYS), series, null).forecast(ORIGIN, 60))
                .isEqualTo(asItWas);
    }

    @ParameterizedTest
    @EnumSource(DemandSeries.class)
    void changingThePastChangesTheForecast(DemandSeries series) {
        List<BookedStay> fewer = STAYS.stream()
                .filter(stay -> stay.arrival().isAfter(ORIGIN) || stay.cohort().equals("paid"))
                .toList();

        assertThat(forecaster(fewer, series, null).forecast(ORIGIN, 28))
                .isNotEqualTo(forecaster(STAYS, series, null).forecast(ORIGIN, 28));
    }

    @ParameterizedTest
    @EnumSource(DemandSeries.class)
    void forecastsFromTheBooksBeatLastWeekAndKeepTheirPromise(DemandSeries series) {
        Backtest backtest = new Backtest(forecaster(STAYS, series, null), InventedHotel.FIRST, InventedHotel.LAST);
        for (int i = 0; i < 20; i++) {
            backtest.add(ORIGIN.plusDays(5L * i), 28);
        }

        Accuracy accuracy = backtest.result();
        assertThat(accuracy.mase()).isLessThan(0.7);
        assertThat(accuracy.coverage80()).isBetween(0.7, 0.9);
        assertThat(accuracy.coverage95()).isBetween(0.88, 1.0);
        assertThat(accuracy.forecasts()).isEqualTo(20 * 28);
    }

    @Test
    void intervalsNestAndStayWithinTheHouse() {
        int capacity = 50;

        assertThat(forecaster(STAYS, DemandSeries.ROOMS, capacity).forecast(ORIGIN, Forecaster.LONGEST_HORIZON))
                .hasSize(Forecaster.LONGEST_HORIZON)
                .allSatisfy(day -> {
                    assertThat(day.eighty().lower()).isBetween(day.ninetyFive().lower(), day.expected());
                    assertThat(day.eighty().upper())
                            .isBetween(day.expected(), day.ninetyFive().upper());
                    assertThat(day.ninetyFive().upper()).isLessThanOrEqualTo(capacity);
                    assertThat(day.ninetyFive().lower()).isNotNegative();
                });
    }

    @Test
    void anOriginNeedsDaysBeforeIt() {
        Forecaster forecaster = forecaster(STAYS, DemandSeries.ARRIVALS, null);

        assertThatThrownBy(() -> forecaster.forecast(InventedHotel.FIRST.plusDays(Forecaster.FEWEST_DAYS - 1), 7))
                .hasMessageContaining("2025-03-11 has 69");
        assertThatThrownBy(() -> forecaster.forecast(ORIGIN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> forecaster.forecast(ORIGIN, 124)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Cancels what the origin still had, keeps what was cancelled later, and books a crowd on the next day. */
    private static List<BookedStay> withAnotherFuture(List<BookedStay> stays) {
        List<BookedStay> altered = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            LocalDate arrival = ORIGIN.plusDays(1 + i % 40);
            altered.add(new BookedStay("crowd", ORIGIN.plusDays(1), arrival, arrival.plusDays(3), null));
        }
        for (BookedStay stay : stays) {
            if (stay.bookedOn().isAfter(ORIGIN)) {
                continue;
            }
            LocalDate lostOn = stay.lostOn();
            boolean known = lostOn != null && !lostOn.isAfter(ORIGIN);
            LocalDate alteredLostOn = known ? lostOn : stay.arrival().isAfter(ORIGIN) ? other(stay) : lostOn;
            altered.add(
                    new BookedStay(stay.cohort(), stay.bookedOn(), stay.arrival(), stay.departure(), alteredLostOn));
        }
        return altered;
    }

    private static @Nullable LocalDate other(BookedStay stay) {
        return stay.lostOn() == null ? ORIGIN.plusDays(1) : null;
    }

    private static Forecaster forecaster(List<BookedStay> stays, DemandSeries series, @Nullable Integer capacity) {
        return new Forecaster(stays, series, InventedHotel.FIRST, InventedHotel.LAST, capacity);
    }
}
