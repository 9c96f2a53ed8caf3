package io.waymark.insights.exports;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV as RFC 4180 has it, safe to open in a spreadsheet.
 *
 * <p>Texts that a spreadsheet would take for a formula get an apostrophe in front. Numbers are written by us from numbers,
 * so a minus sign there is a minus sign: they stay as they are and can be summed.
 */
final class Csv {

    private static final String FORMULA = "=+-@\t\r";
    private static final String NEEDS_QUOTES = ",\"\r\n";
    private static final String END_OF_LINE = "\r\n";

    private Csv() {}

    /** One cell. */
    sealed interface Cell {
        record Text(@Nullable String value) implements Cell {}

        record Amount(@Nullable BigDecimal value) implements Cell {}
    }

    static String header(List<String> names) {
        return names.stream().map(Csv::text).collect(Collectors.joining(",", "", END_OF_LINE));
    }

    static String line(List<Cell> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", END_OF_LINE));
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case Cell.Text(var value) -> value == null ? "" : text(value);
            case Cell.Amount(var value) -> value == null ? "" : value.toPlainString();
        };
    }

    private static String text(String value) {
        String safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(letter -> NEEDS_QUOTES.indexOf(letter) >= 0);
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
