package io.waymark.pipeline.warehouse;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteBufferByteStreamWriter;

/**
 * A table of many rows and how they are loaded: copied right in where they are known to be new, otherwise into a temporary
 * table beside, from which one statement merges them.
 *
 * @param <R> what a row is made from
 */
final class FactTable<R> {

    private record Column<R>(String name, ColumnType type, boolean key, Function<R, @Nullable Object> value) {}

    private final String name;
    private final List<Column<R>> columns = new ArrayList<>();

    private String computed = "";

    private FactTable(String name) {
        this.name = name;
    }

    static <R> FactTable<R> named(String name) {
        return new FactTable<>(name);
    }

    FactTable<R> key(String column, ColumnType type, Function<R, @Nullable Object> value) {
        columns.add(new Column<>(column, type, true, value));
        return this;
    }

    FactTable<R> column(String column, ColumnType type, Function<R, @Nullable Object> value) {
        columns.add(new Column<>(column, type, false, value));
        return this;
    }

    /** A replaced row also gets what this assignment of SQL says. */
    FactTable<R> alsoSetting(String assignment) {
        computed = ", " + assignment;
        return this;
    }

    /** Adds rows that are not there yet. */
    void insert(Connection connection, Collection<R> rows) throws SQLException {
        copy(connection, name, rows);
    }

    /** Puts rows into the temporary table, where they stay until the end of the transaction. */
    void stage(Connection connection, Collection<R> rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table if not exists %s on commit delete rows as select %s from %s limit 0"
                            .formatted(staged(), names(), name));
        }
        copy(connection, staged(), rows);
    }

    /** What merges the staged rows, in the order in which they were staged; a row that exists is left as it is. */
    String mergeNew() {
        return merge("do nothing");
    }

    /** The same, but a row that exists is replaced where {@code condition} holds between it and {@code excluded}. */
    String mergeReplacing(String condition) {
        return merge("do update set " + list(column -> !column.key(), "%1$s = excluded.%1$s") + computed + " where "
                + condition);
    }

    /** That the row in the table and {@code excluded} differ; {@code ignored} does not count as a difference. */
    String differing(String ignored) {
        Predicate<Column<R>> compared =
                column -> !column.key() && !column.name().equals(ignored);
        return "(%s) is distinct from (%s)".formatted(list(compared, name + ".%1$s"), list(compared, "excluded.%1$s"));
    }

    private String merge(String onConflict) {
        return "insert into %1$s (%2$s) select %2$s from %3$s on conflict (%4$s) %5$s"
                .formatted(name, names(), staged(), list(Column::key, "%1$s"), onConflict);
    }

    private String staged() {
        return "staged_" + name;
    }

    private void copy(Connection connection, String target, Collection<R> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        BinaryRows binary = new BinaryRows();
        for (R row : rows) {
            binary.row(columns.size());
            for (Column<R> column : columns) {
                binary.add(column.type(), column.value().apply(row));
            }
        }
        ByteBuffer bytes = binary.finish();
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin (format binary)".formatted(target, names()));
        try {
            copy.writeToCopy(new ByteBufferByteStreamWriter(bytes));
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private String names() {
        return list(column -> true, "%1$s");
    }

    private String list(Predicate<Column<R>> which, String form) {
        return columns.stream()
                .filter(which)
                .map(column -> form.formatted(column.name()))
                .collect(Collectors.joining(", "));
    }
}
