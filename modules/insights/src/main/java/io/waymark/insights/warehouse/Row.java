package io.waymark.insights.warehouse;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The current row of a result, in the types of ours. */
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) throws SQLException {
        return present(column, result.getString(column));
    }

    public @Nullable String optionalText(String column) throws SQLException {
        return result.getString(column);
    }

    public int number(String column) throws SQLException {
        return result.getInt(column);
    }

    public @Nullable Integer optionalNumber(String column) throws SQLException {
        int number = result.getInt(column);
        return result.wasNull() ? null : number;
    }

    public long longNumber(String column) throws SQLException {
        return result.getLong(column);
    }

    public Instant time(String column) throws SQLException {
        return present(column, instant(column));
    }

    public boolean isTrue(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public LocalDate date(String column) throws SQLException {
        return present(column, optionalDate(column));
    }

    public @Nullable LocalDate optionalDate(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    public @Nullable Instant instant(String column) throws SQLException {
        @Nullable OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public @Nullable BigDecimal decimal(String column) throws SQLException {
        return result.getBigDecimal(column);
    }

    /** An amount that may be missing, as a number to calculate with. */
    public BigDecimal amount(String column) throws SQLException {
        @Nullable BigDecimal amount = result.getBigDecimal(column);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    public List<String> texts(String column) throws SQLException {
        return Arrays.stream((Object[]) result.getArray(column).getArray())
                .map(String.class::cast)
                .toList();
    }

    private static <T> T present(String column, @Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("column " + column + " is null");
        }
        return value;
    }
}
