package io.waymark.insights.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One query from {@code sql/<name>.sql} with parameters such as {@code :tenant}. Values are always bound, never part of
 * the text.
 */
public final class NamedSql {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");

    private final String text;
    private final List<String> parameters;

    private NamedSql(String text, List<String> parameters) {
        this.text = text;
        this.parameters = List.copyOf(parameters);
    }

    /** The query of this name; the program is broken if there is none. */
    public static NamedSql resource(String name) {
        try (InputStream file = NamedSql.class.getResourceAsStream("/sql/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its resource sql/" + name + ".sql");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NamedSql parse(String sql) {
        List<String> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(COMMENT.matcher(sql).replaceAll(""));
        String text = matcher.replaceAll(found -> {
            parameters.add(found.group(1));
            return "?";
        });
        return new NamedSql(text, parameters);
    }

    String text() {
        return text;
    }

    /** The query without values. */
    public Bound bound() {
        return new Bound(this, Map.of());
    }

    /** The query with its first value. */
    public Bound with(String parameter, Object value) {
        return bound().with(parameter, value);
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        @Nullable
        T read(Row row) throws SQLException;
    }

    /** A query with values; unchangeable, so that what is common to several runs can be shared. */
    public static final class Bound {

        private final NamedSql sql;
        private final Map<String, Object> values;

        private Bound(NamedSql sql, Map<String, Object> values) {
            this.sql = sql;
            this.values = Map.copyOf(values);
        }

        public Bound with(String parameter, Object value) {
            Map<String, Object> more = new HashMap<>(values);
            more.put(parameter, value);
            return new Bound(sql, more);
        }

        /** Every row, in the order of the query. */
        public <T> List<T> all(Connection connection, RowReader<T> reader) throws SQLException {
            try (PreparedStatement statement = prepare(connection);
                    ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                Row row = new Row(result);
                while (result.next()) {
                    @Nullable T value = reader.read(row);
                    if (value != null) {
                        rows.add(value);
                    }
                }
                return List.copyOf(rows);
            }
        }

        /** The first row; empty where there is none, or where the reader made nothing of it. */
        public <T> Optional<T> one(Connection connection, RowReader<T> reader) throws SQLException {
            List<T> rows = all(connection, reader);
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
        }

        private PreparedStatement prepare(Connection connection) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql.text);
            try {
                for (int i = 0; i < sql.parameters.size(); i++) {
                    statement.setObject(i + 1, value(connection, sql.parameters.get(i)));
                }
                return statement;
            } catch (SQLException | RuntimeException e) {
                statement.close();
                throw e;
            }
        }

        private Object value(Connection connection, String parameter) throws SQLException {
            @Nullable Object value = values.get(parameter);
            if (value == null) {
                throw new IllegalStateException("the query's parameter " + parameter + " has no value");
            }
            return value instanceof Collection<?> texts ? connection.createArrayOf("text", texts.toArray()) : value;
        }
    }
}
