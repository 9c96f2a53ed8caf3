package io.waymark.insights.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final LocalDate TODAY = LocalDate.parse("2017-05-07");

    @Test
    void todayIsLookedFromWhereverSomethingLiesAhead() {
        assertThat(Opening.of(TODAY, TODAY)).isEqualTo(TODAY);
        assertThat(Opening.of(TODAY, TODAY.plusDays(200))).isEqualTo(TODAY);
    }

    @Test
    void nothingAtAllIsLookedAtFromToday() {
        assertThat(Opening.of(TODAY, null)).isEqualTo(TODAY);
    }

    @Test
    void aHistoryThatHasEndedIsLookedAtFromItsLastSixWeeks() {
        assertThat(Opening.of(TODAY, LocalDate.parse("2017-05-06"))).isEqualTo("2017-03-26");
        assertThat(Opening.of(TODAY, LocalDate.parse("2015-12-31"))).isEqualTo("2015-11-20");
    }
}
