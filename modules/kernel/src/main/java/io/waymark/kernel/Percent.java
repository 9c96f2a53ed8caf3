package io.waymark.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A percentage in basis points: 1,500 is 15 %. */
public record Percent(int basisPoints) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    /** This share of an amount, rounded half up to the minor unit, once. */
    public Money of(Money amount) {
        BigDecimal share = BigDecimal.valueOf(amount.amountMinor())
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(WHOLE, 0, RoundingMode.HALF_UP);
        return new Money(share.longValueExact(), amount.currency());
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
    }
}
