package io.waymark.launcher.replay.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row by column, each read as what it is.
 *
 * <p>The data says nothing in three ways: NULL, NA and an empty field.
 */
final class Fields {

    private static final Set<String> NOTHING = Set.of("NULL", "NA", "");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern ROOM_TYPE = Pattern.compile("[A-Z]");
    private static final Pattern SPREADSHEET_DATE = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}");
    private static final DateTimeFormatter MONTH_DAY_YEAR = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);
    private static final int LONGEST_TEXT = 60;

    private final List<String> values;
    private final Map<Column, String> byColumn = new EnumMap<>(Column.class);

    Fields(List<String> values) {
        Column[] columns = Column.values();
        if (values.size() != columns.length) {
            throw new WrongValue("it has " + values.size() + " fields, not " + columns.length);
        }
        this.values = List.copyOf(values);
        for (int i = 0; i < columns.length; i++) {
            byColumn.put(columns[i], values.get(i));
        }
    }

    String raw(Column column) {
        return byColumn.getOrDefault(column, "");
    }

    @Nullable
    String textOrNull(Column column) {
        String raw = raw(column);
        if (raw.length() > LONGEST_TEXT) {
            throw new WrongValue(column.title() + " is longer than " + LONGEST_TEXT + " characters");
        }
        return NOTHING.contains(raw) ? null : raw;
    }

    String text(Column column) {
        String text = textOrNull(column);
        if (text == null) {
            throw new WrongValue(column.title() + " is missing");
        }
        return text;
    }

    String roomType(Column column) {
        String letter = text(column);
        if (!ROOM_TYPE.matcher(letter).matches()) {
            throw new WrongValue(column.title() + " is \"" + letter + "\", not a letter from A to Z");
        }
        return letter;
    }

    BigDecimal number(Column column) {
        String text = text(column);
        if (!NUMBER.matcher(text).matches()) {
            throw new WrongValue(column.title() + " is \"" + text + "\", not a number");
        }
        return new BigDecimal(text);
    }

    /** A whole number from 0 to {@code most}; nothing counts as 0, as in four rows' number of children. */
    int count(Column column, int most) {
        if (textOrNull(column) == null) {
            return 0;
        }
        BigDecimal number = number(column).stripTrailingZeros();
        if (number.scale() > 0 || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new WrongValue(column.title() + " is " + raw(column) + ", not a whole number from 0 to " + most);
        }
        return number.intValueExact();
    }

    LocalDate arrival() {
        try {
            return LocalDate.of(
                    count(Column.ARRIVAL_DATE_YEAR, 9999),
                    Month.valueOf(text(Column.ARRIVAL_DATE_MONTH).toUpperCase(Locale.ROOT)),
                    count(Column.ARRIVAL_DATE_DAY_OF_MONTH, 31));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new WrongValue("the date of arrival, " + raw(Column.ARRIVAL_DATE_DAY_OF_MONTH) + " "
                    + raw(Column.ARRIVAL_DATE_MONTH) + " " + raw(Column.ARRIVAL_DATE_YEAR) + ", does not exist");
        }
    }

    /** A date as ISO says or as a spreadsheet saves it in the United States, which some copies of the data have. */
    LocalDate date(Column column) {
        String text = text(column);
        try {
            return SPREADSHEET_DATE.matcher(text).matches()
                    ? LocalDate.parse(text, MONTH_DAY_YEAR)
                    : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new WrongValue(column.title() + " is \"" + text + "\", not a date such as 2016-03-31");
        }
    }

    /** What the row says, whatever the spelling of its numbers, dates and gaps: equal rows have equal content. */
    String content() {
        return values.stream().map(Fields::plain).collect(Collectors.joining(","));
    }

    private static String plain(String value) {
        if (NOTHING.contains(value)) {
            return "";
        }
        if (NUMBER.matcher(value).matches()) {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        }
        return SPREADSHEET_DATE.matcher(value).matches()
                ? LocalDate.parse(value, MONTH_DAY_YEAR).toString()
                : value;
    }
}
