package io.waymark.channels.alpinebits.xml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The schema's simple types as Java values. What the schema allows and Java cannot hold is a {@link BadValue}. */
public final class Values {

    private static final int LONGEST_INTEGER = 9;
    private static final int DATE_LENGTH = 10;

    private Values() {}

    /** A value that fits the schema and is still of no use: an integer beyond all measure, a date in the year 12345. */
    public static final class BadValue extends RuntimeException {

        private static final long serialVersionUID = 1;

        BadValue(String message) {
            super(message);
        }
    }

    public static int integer(String text) {
        String digits = text.strip();
        if (digits.length() > LONGEST_INTEGER) {
            throw new BadValue("the number " + abbreviated(digits) + " is too large");
        }
        return Integer.parseInt(digits);
    }

    public static boolean bool(String text) {
        return switch (text.strip()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new BadValue("'" + abbreviated(text) + "' is neither true nor false");
        };
    }

    public static @Nullable LocalDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        // xs:date may carry a time zone behind the day; a night of a hotel has none.
        String day = text.length() > DATE_LENGTH ? text.substring(0, DATE_LENGTH) : text;
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new BadValue("'" + abbreviated(text) + "' is not a date of the years 0000 to 9999");
        }
    }

    /** An instant; a time without zone is taken as UTC, because the standard does not say more. */
    public static Instant instant(String text) {
        try {
            return DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)
                            instanceof OffsetDateTime at
                    ? at.toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadValue("'" + abbreviated(text) + "' is not a usable point in time");
        }
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
