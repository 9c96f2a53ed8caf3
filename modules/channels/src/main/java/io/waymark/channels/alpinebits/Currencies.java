package io.waymark.channels.alpinebits;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rule that a currency is one of ISO 4217, which the schema only gives a length. */
public final class Currencies {

    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    public static boolean known(String code) {
        return KNOWN.contains(code);
    }

    /**
     * What is wrong with the currency of an amount.
     *
     * @param what the amount, named to the sender
     */
    public static List<Violation> violations(String what, @Nullable String code) {
        if (code == null) {
            return List.of(new Violation(OtaError.INVALID_CURRENCY, what + " needs a CurrencyCode"));
        }
        return known(code)
                ? List.of()
                : List.of(new Violation(
                        OtaError.INVALID_CURRENCY, what + ": '" + code + "' is not a currency of ISO 4217"));
    }
}
