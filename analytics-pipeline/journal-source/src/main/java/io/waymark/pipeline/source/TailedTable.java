package io.waymark.pipeline.source;

import io.waymark.pipeline.stream.Positioned;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A table that is only ever appended to and has the columns {@code tx_id} and {@code ordering} of the tail rule.
 *
 * @param <T> what one row becomes
 */
public interface TailedTable<T extends Positioned> extends Serializable {

    /** Name of the table. */
    String name();

    /** The columns to select, beside {@code tx_id}, {@code ordering} and the slice, which the tail adds itself. */
    String columns();

    /**
     * An SQL expression for the slice of a row, 0 to 63; a constant for a table that is always read as a whole. Rows of
     * one slice stay in order whatever the parallelism.
     */
    String slice();

    /** Reads the row that the result set stands on; the position has been read already. */
    T read(ResultSet row, long txId, long ordering) throws SQLException;

    /** How Flink carries the rows. */
    TypeInformation<T> rowType();
}
