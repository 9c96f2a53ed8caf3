package io.waymark.launcher.replay.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Countries of the data, ISO 3166 alpha-3 with two exceptions, as alpha-2. */
final class Countries {

    private static final Set<String> ALPHA_2 = Set.of(Locale.getISOCountries());
    private static final Map<String, String> BY_ALPHA_3 = byAlpha3();

    private Countries() {}

    /** The alpha-2 code; some rows already have it. */
    static @Nullable String alpha2(@Nullable String code) {
        if (code == null || ALPHA_2.contains(code)) {
            return code;
        }
        String alpha2 = BY_ALPHA_3.get(code);
        if (alpha2 == null) {
            throw new WrongValue("country is \"" + code + "\", not a code of ISO 3166");
        }
        return alpha2;
    }

    private static Map<String, String> byAlpha3() {
        Map<String, String> countries = new HashMap<>();
        Arrays.stream(Locale.getISOCountries())
                .forEach(code -> countries.put(Locale.of("", code).getISO3Country(), code));
        // East Timor before its independence; the code was withdrawn in 2002, the data still has it.
        countries.put("TMP", "TL");
        return Map.copyOf(countries);
    }
}
