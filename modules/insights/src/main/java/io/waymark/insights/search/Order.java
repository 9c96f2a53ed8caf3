package io.waymark.insights.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import io.waymark.http.Cursor;
import java.util.ArrayList;
import java.util.List;

/**
 * An order of hits that leaves no two of them equal, and the cursors into it.
 *
 * @param name as in the parameter {@code sort}; part of every cursor, so that one order's cursor is of no use in another
 */
record Order(String name, List<Key> keys) {

    /** What a key's values are, which decides how they stand in a cursor. */
    enum Kind {
        SCORE,
        NUMBER,
        TEXT
    }

    /** One field to sort by. */
    record Key(String field, Kind kind, SortOrder direction) {

        static Key score() {
            return new Key("_score", Kind.SCORE, SortOrder.Desc);
        }

        static Key number(String field, SortOrder direction) {
            return new Key(field, Kind.NUMBER, direction);
        }

        static Key text(String field) {
            return new Key(field, Kind.TEXT, SortOrder.Asc);
        }

        private SortOptions option() {
            return switch (kind) {
                case SCORE -> SortOptions.of(sort -> sort.score(score -> score.order(direction)));
                case NUMBER, TEXT ->
                    SortOptions.of(sort -> sort.field(by -> by.field(field).order(direction)));
            };
        }

        private FieldValue value(String text) {
            return switch (kind) {
                case SCORE -> FieldValue.of(Double.parseDouble(text));
                case NUMBER -> FieldValue.of(Long.parseLong(text));
                case TEXT -> FieldValue.of(text);
            };
        }
    }

    Order {
        keys = List.copyOf(keys);
    }

    List<SortOptions> options() {
        return keys.stream().map(Key::option).toList();
    }

    /** The cursor behind the hit with these sort values. */
    String cursor(List<FieldValue> values) {
        List<String> parts = new ArrayList<>();
        parts.add(name);
        values.forEach(value -> parts.add(value._toJsonString()));
        return Cursor.of(parts);
    }

    /** The sort values of the hit that the cursor stands behind. */
    List<FieldValue> after(String cursor) {
        List<String> parts = Cursor.parse(cursor, keys.size() + 1);
        if (!parts.getFirst().equals(name)) {
            throw SearchParameters.cursorOfAnotherList();
        }
        try {
            List<FieldValue> values = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                values.add(keys.get(i).value(parts.get(i + 1)));
            }
            return List.copyOf(values);
        } catch (NumberFormatException e) {
            throw SearchParameters.cursorOfAnotherList();
        }
    }
}
