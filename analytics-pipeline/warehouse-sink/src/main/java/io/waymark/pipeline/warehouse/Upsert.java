package io.waymark.pipeline.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes many rows by key with one statement: one array a column, taken apart by {@code unnest}. No two rows of a batch may
 * have the same key.
 *
 * @param <R> what a row is made from
 */
final class Upsert<R> {

    /** A column and how it is filled; {@code expression} is SQL over the parameter's own name. */
    private record Column<R>(
            String name, String type, boolean key, String expression, Function<R, @Nullable Object> value) {}

    private final String table;
    private final List<Column<R>> columns = new ArrayList<>();
    private String onConflict = "do nothing";
    private String returning = "";

    private Upsert(String table) {
        this.table = table;
    }

    static <R> Upsert<R> into(String table) {
        return new Upsert<>(table);
    }

    Upsert<R> key(String name, String type, Function<R, @Nullable Object> value) {
        columns.add(new Column<>(name, type, true, name, value));
        return this;
    }

    Upsert<R> column(String name, String type, Function<R, @Nullable Object> value) {
        columns.add(new Column<>(name, type, false, name, value));
        return this;
    }

    /** A column whose value the server computes from the parameter. */
    Upsert<R> computed(String name, String type, String expression, Function<R, @Nullable Object> value) {
        columns.add(new Column<>(name, type, false, expression, value));
        return this;
    }

    /** A row that exists is replaced unless it is newer. */
    Upsert<R> replacingOlder(String version) {
        onConflict = "do update set %s where excluded.%s >= %s.%s".formatted(assignments(), version, table, version);
        return this;
    }

    /** A row that exists is replaced unless it is the same; {@code ignored} does not count as a difference. */
    Upsert<R> replacingDifferent(String ignored) {
        onConflict = "do update set %s where (%s) is distinct from (%s)"
                .formatted(assignments(), compared(table, ignored), compared("excluded", ignored));
        return this;
    }

    /** A row that exists stays as it is. */
    Upsert<R> keepingExisting() {
        onConflict = "do nothing";
        return this;
    }

    /** The statement gives back these columns of the rows that it wrote. */
    Upsert<R> returning(String names) {
        returning = " returning " + names;
        return this;
    }

    void write(Connection connection, List<R> rows) throws SQLException {
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = prepare(connection, rows)) {
                statement.execute();
            }
        }
    }

    /** Writes and gives back what {@link #returning} names, read by {@code reader}. */
    <T> List<T> write(Connection connection, List<R> rows, RowReader<T> reader) throws SQLException {
        List<T> written = new ArrayList<>();
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = prepare(connection, rows);
                    ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    written.add(reader.read(result));
                }
            }
        }
        return written;
    }

    /** Reads the row that the result set stands on. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private PreparedStatement prepare(Connection connection, List<R> rows) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql());
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            @Nullable
            Object[] values =
                    rows.stream().map(row -> text(column.value().apply(row))).toArray();
            statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
        }
        return statement;
    }

    /** Times and dates travel as ISO text, which the server reads exactly. */
    private static @Nullable Object text(@Nullable Object value) {
        return value instanceof Instant || value instanceof LocalDate ? value.toString() : value;
    }

    String sql() {
        return "insert into %s (%s) select %s from unnest(%s) rows(%s) on conflict (%s) %s%s"
                .formatted(
                        table,
                        list(Column::name),
                        list(Column::expression),
                        list(column -> "?::" + column.type() + "[]"),
                        list(Column::name),
                        columns.stream().filter(Column::key).map(Column::name).collect(Collectors.joining(", ")),
                        onConflict,
                        returning);
    }

    private String list(Function<Column<R>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }

    private String assignments() {
        return columns.stream()
                .filter(column -> !column.key())
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(Collectors.joining(", "));
    }

    private String compared(String source, String ignored) {
        return columns.stream()
                .filter(column -> !column.key() && !column.name().equals(ignored))
                .map(column -> source + "." + column.name())
                .collect(Collectors.joining(", "));
    }
}
