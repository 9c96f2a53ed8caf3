package io.waymark.forecast.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EasterTest {

    @ParameterizedTest
    @CsvSource({"2015,2015-04-05", "2016,2016-03-27", "2017,2017-04-16", "2000,2000-04-23", "2038,2038-04-25"})
    void isTheSundayOfTheCalendar(int year, LocalDate sunday) {
        assertThat(Easter.of(year)).isEqualTo(sunday);
    }

    @Test
    void theNearestOneCounts() {
        assertThat(Easter.daysFrom(LocalDate.of(2017, 4, 14))).isEqualTo(-2);
        assertThat(Easter.daysFrom(LocalDate.of(2016, 12, 31))).isEqualTo(-106);
    }
}
