package io.waymark.insights.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.insights.forecasts.ForecastAnswer.Accuracy;
import io.waymark.insights.forecasts.ForecastAnswer.Day;
import io.waymark.insights.forecasts.ForecastAnswer.Training.State;
import io.waymark.insights.forecasts.Notice.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Test
    void aDayThatLeftItsIntervalIsAnAlert() {
        List<Notice> notices = Notice.of(
                List.of(day(-3, 50, 21, null), day(-2, 50, 81, null), day(-1, 50, 19, null)),
                List.of(),
                ForecastSeries.ARRIVALS);

        assertThat(notices).extracting(Notice::kind).containsExactly(Kind.ABOVE, Kind.BELOW);
        assertThat(notices).extracting(Notice::date).containsExactly(TODAY.minusDays(2), TODAY.minusDays(1));
    }

    @Test
    void capacityGivesAdviceForNightsOnly() {
        List<Day> days =
                List.of(day(1, 50, null, 60), day(2, 50, null, 100), day(3, 50, null, 150), day(4, 50, null, 0));

        assertThat(Notice.of(List.of(), days, ForecastSeries.ROOMS))
                .extracting(Notice::kind)
                .containsExactly(Kind.SELLS_OUT, Kind.MUCH_FREE);
        assertThat(Notice.of(List.of(), days, ForecastSeries.ARRIVALS)).isEmpty();
    }

    @Test
    void accuracyIsOfTheDaysThatAreOver() {
        Accuracy accuracy = Notice.accuracy(List.of(day(-2, 50, 56, null), day(-1, 50, 75, null)));

        assertThat(accuracy)
                .isEqualTo(
                        new Accuracy(2, new BigDecimal("15.50"), new BigDecimal("0.5000"), new BigDecimal("1.0000")));
        assertThat(Notice.accuracy(List.of())).isNull();
    }

    @Test
    void aTrainingIsWantedUntilItIsTakenOnAndRunsUntilItEnds() {
        Instant first = Instant.parse("2026-03-10T10:00:00Z");
        Instant second = first.plusSeconds(5);
        Instant third = first.plusSeconds(90);

        assertThat(Forecasts.state(null, null, null, null)).isEqualTo(State.NONE);
        assertThat(Forecasts.state(first, null, null, null)).isEqualTo(State.WANTED);
        assertThat(Forecasts.state(first, second, null, null)).isEqualTo(State.RUNNING);
        assertThat(Forecasts.state(first, second, third, null)).isEqualTo(State.READY);
        assertThat(Forecasts.state(first, second, third, "too short")).isEqualTo(State.FAILED);
        assertThat(Forecasts.state(third, second, second, null)).isEqualTo(State.WANTED);
    }

    @Test
    void aHistoryThatHasEndedIsForecastFromItsLastWeeks() {
        assertThat(ForecastTraining.origin(TODAY, TODAY.plusDays(40))).isEqualTo(TODAY.minusDays(1));
        assertThat(ForecastTraining.origin(TODAY, TODAY)).isEqualTo(TODAY.minusDays(28));
        assertThat(ForecastTraining.origin(null, null)).isNull();
    }

    /** Expected 50, 80 % within 40 to 60, 95 % within 20 to 80. */
    private static Day day(int ahead, int expected, @Nullable Integer came, @Nullable Integer capacity) {
        return new Day(
                TODAY.plusDays(ahead),
                7,
                30,
                25,
                BigDecimal.valueOf(expected),
                BigDecimal.valueOf(expected - 10),
                BigDecimal.valueOf(expected + 10),
                BigDecimal.valueOf(expected - 30),
                BigDecimal.valueOf(expected + 30),
                came,
                capacity);
    }
}
