package io.waymark.launcher.replay.source;

import java.util.ArrayList;
import java.util.List;

/** Splits one line of comma-separated values as RFC 4180 says; a quoted field may not span lines. */
final class CsvLine {

    private CsvLine() {}

    static List<String> split(String line) {
        List<String> fields = new ArrayList<>(Column.values().length);
        int at = 0;
        while (at <= line.length()) {
            at = at < line.length() && line.charAt(at) == '"' ? quoted(line, at, fields) : plain(line, at, fields);
        }
        return fields;
    }

    private static int plain(String line, int from, List<String> fields) {
        int comma = line.indexOf(',', from);
        int end = comma < 0 ? line.length() : comma;
        fields.add(line.substring(from, end).trim());
        return end + 1;
    }

    private static int quoted(String line, int from, List<String> fields) {
        StringBuilder field = new StringBuilder();
        int at = from + 1;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                throw new WrongValue("a quoted field is not closed");
            }
            field.append(line, at, quote);
            if (quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
                field.append('"');
                at = quote + 2;
                continue;
            }
            if (quote + 1 < line.length() && line.charAt(quote + 1) != ',') {
                throw new WrongValue("text follows a closed quote");
            }
            fields.add(field.toString().trim());
            return quote + 2;
        }
    }
}
