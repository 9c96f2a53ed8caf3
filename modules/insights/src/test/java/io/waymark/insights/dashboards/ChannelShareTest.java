package io.waymark.insights.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.insights.dashboards.ChannelShare.Sums;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChannelShareTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void allBeyondTheFirstFiveAreTheRest() {
        List<Sums> now = IntStream.rangeClosed(1, 8)
                .mapToObj(number -> sums("c" + number, 10 - number))
                .toList();
        List<Sums> then = List.of(sums("c1", 10), sums("c7", 10));

        List<ChannelShare> shares = ChannelShare.of(now, then, EUR);

        assertThat(shares).hasSize(6);
        ChannelShare rest = shares.getLast();
        assertThat(rest.key()).isEqualTo("rest");
        assertThat(rest.roomNights()).isEqualByComparingTo("9"); // 4 + 3 + 2 of 44
        assertThat(rest.share()).isEqualByComparingTo("0.2045");
        assertThat(rest.shareChange()).isEqualByComparingTo("-0.2955");
        assertThat(rest.adr()).isEqualByComparingTo("10000");
    }

    @Test
    void withoutAYearBeforeThereIsNoChange() {
        assertThat(ChannelShare.of(List.of(sums("c", 1)), List.of(), EUR)
                        .getFirst()
                        .shareChange())
                .isNull();
        assertThat(ChannelShare.of(List.of(), List.of(), EUR)).isEmpty();
    }

    private static Sums sums(String key, int nights) {
        BigDecimal count = BigDecimal.valueOf(nights);
        return new Sums(key, key, count, count, count.multiply(BigDecimal.valueOf(100)), count, BigDecimal.ONE);
    }
}
