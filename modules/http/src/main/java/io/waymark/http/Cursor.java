package io.waymark.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page ends: the sort values of its last item, opaque to clients. */
public final class Cursor {

    public static final int DEFAULT_LIMIT = 50;
    public static final int LARGEST_LIMIT = 200;

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String of(List<String> values) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The values behind a cursor.
     *
     * @param size how many there must be
     * @throws ProblemException if the text is not a cursor of this list
     */
    public static List<String> parse(String cursor, int size) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> values = List.of(text.split(SEPARATOR, -1));
            if (values.size() == size) {
                return values;
            }
        } catch (IllegalArgumentException e) {
            // Told below, with the same words as a cursor of another list.
        }
        throw ProblemException.invalid("cursor", "is not a cursor that this list answered; begin without one");
    }

    /**
     * The number of items to a page.
     *
     * @throws ProblemException if it is not a number from 1 to 200
     */
    public static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, with the same words as a number out of range.
        }
        throw ProblemException.invalid("limit", "takes a number from 1 to " + LARGEST_LIMIT);
    }
}
