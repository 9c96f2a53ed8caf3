package io.waymark.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Property
    void partsAlwaysAddUpAndDifferByOneCentAtMost(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long amountMinor,
            @ForAll @IntRange(min = 1, max = 400) int parts) {
        var shares = new Money(amountMinor, EUR).split(parts);

        assertThat(shares.stream().mapToLong(Money::amountMinor).sum()).isEqualTo(amountMinor);
        assertThat(shares.getFirst().minus(shares.getLast()).amountMinor()).isBetween(0L, 1L);
    }

    @Test
    void yenHaveNoDecimals() {
        assertThat(Money.ofMajor(new BigDecimal("120"), Currency.getInstance("JPY")))
                .isEqualTo(Money.of(120, "JPY"));
    }

    @Test
    void anAmountFinerThanTheMinorUnitIsRefusedUnlessRoundingIsAskedFor() {
        assertThatThrownBy(() -> Money.ofMajor(new BigDecimal("1.005"), EUR)).isInstanceOf(ArithmeticException.class);
        assertThat(Money.roundedMajor(new BigDecimal("1.005"), EUR)).isEqualTo(Money.of(101, "EUR"));
    }

    @Test
    void currenciesAreNeverMixed() {
        Money euros = Money.of(1, "EUR");
        assertThatThrownBy(() -> euros.plus(Money.of(1, "USD"))).hasMessageContaining("EUR");
    }

    @Test
    void aPercentageIsRoundedOnce() {
        assertThat(new Percent(1_500).of(Money.of(9_999, "EUR"))).isEqualTo(Money.of(1_500, "EUR"));
        assertThat(new Percent(1_250)).hasToString("12.5 %");
    }
}
