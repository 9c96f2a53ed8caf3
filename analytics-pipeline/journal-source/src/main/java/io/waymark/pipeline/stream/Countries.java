package io.waymark.pipeline.stream;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** English names of ISO 3166 country codes, of two letters or three. A code that ISO does not know is its own name. */
public final class Countries {

    private static final Map<String, Locale> BY_CODE = Arrays.stream(Locale.getISOCountries())
            .map(code -> new Locale.Builder().setRegion(code).build())
            .flatMap(country ->
                    Stream.of(Map.entry(country.getCountry(), country), Map.entry(country.getISO3Country(), country)))
            .filter(entry -> !entry.getKey().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));

    private Countries() {}

    public static String name(String code) {
        return of(code, country -> country.getDisplayCountry(Locale.ENGLISH));
    }

    /** The code of three letters. */
    public static String alpha3(String code) {
        return of(code, Locale::getISO3Country);
    }

    private static String of(String code, Function<Locale, String> part) {
        Locale country = BY_CODE.get(code);
        return country == null ? code : Objects.requireNonNullElse(part.apply(country), code);
    }
}
