package io.waymark.insights.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.http.ProblemException;
import io.waymark.insights.dashboards.Bucket.Period;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final LocalDate DAY = LocalDate.parse("2017-03-06");

    @Property
    void aYearBeforeIsTheSameWeekdayAndFindsItsWayBack(@ForAll @IntRange(max = 3_000) int day) {
        LocalDate date = DAY.plusDays(day);
        Period before = Bucket.DAY.aYearBefore(new Period(date, date.plusDays(1)));

        assertThat(before.from().getDayOfWeek()).isEqualTo(date.getDayOfWeek());
        assertThat(Bucket.DAY.keyAYearLater(before.from())).isEqualTo(Bucket.DAY.key(date));
    }

    @Test
    void monthsAreComparedByName() {
        assertThat(Bucket.MONTH.keyAYearLater(LocalDate.parse("2016-02-29"))).isEqualTo("2017-02");
        assertThat(Bucket.MONTH.aYearBefore(new Period(LocalDate.parse("2017-02-01"), LocalDate.parse("2017-03-01"))))
                .isEqualTo(new Period(LocalDate.parse("2016-02-01"), LocalDate.parse("2016-03-01")));
    }

    @Test
    void rowsAreAsFineAsAChartCanShow() {
        assertThat(Bucket.fitting(new Period(DAY, DAY.plusDays(92)))).isEqualTo(Bucket.DAY);
        assertThat(Bucket.fitting(new Period(DAY, DAY.plusDays(93)))).isEqualTo(Bucket.WEEK);
        assertThat(Bucket.fitting(new Period(DAY, DAY.plusDays(401)))).isEqualTo(Bucket.MONTH);
    }

    @Test
    void noPeriodIsEmptyOrEndless() {
        assertThatThrownBy(() -> new Period(DAY, DAY)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new Period(DAY, DAY.plusDays(1_101))).isInstanceOf(ProblemException.class);
    }
}
