package io.waymark.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An amount in the currency's minor unit (cents for EUR, yen for JPY) and its ISO 4217 currency.
 *
 * <p>Never a floating-point number. Operations over two currencies throw, because no caller can mean that.
 */
public record Money(long amountMinor, Currency currency) implements Comparable<Money> {

    public static Money of(long amountMinor, String currency) {
        return new Money(amountMinor, Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads an amount in major units, such as {@code 75.50}.
     *
     * @throws ArithmeticException if the amount has more decimals than the currency, or is beyond a long
     */
    public static Money ofMajor(BigDecimal amount, Currency currency) {
        return new Money(
                amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    /** Reads an amount in major units and rounds half up to the minor unit, for sources that carry more decimals. */
    public static Money roundedMajor(BigDecimal amount, Currency currency) {
        return ofMajor(amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP), currency);
    }

    /** The amount in major units with the currency's own number of decimals. */
    public BigDecimal major() {
        return BigDecimal.valueOf(amountMinor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amountMinor, sameCurrency(other).amountMinor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amountMinor, sameCurrency(other).amountMinor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(amountMinor, factor), currency);
    }

    /**
     * Splits into {@code parts} amounts that differ by at most one minor unit and always add up to this one; the larger
     * ones come first.
     */
    public List<Money> split(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("cannot split into " + parts + " parts");
        }
        long share = Math.floorDiv(amountMinor, parts);
        long left = Math.floorMod(amountMinor, parts);
        List<Money> shares = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            shares.add(new Money(i < left ? share + 1 : share, currency));
        }
        return List.copyOf(shares);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amountMinor, sameCurrency(other).amountMinor);
    }

    @Override
    public String toString() {
        return major().toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + currency + " and " + other.currency);
        }
        return other;
    }
}
