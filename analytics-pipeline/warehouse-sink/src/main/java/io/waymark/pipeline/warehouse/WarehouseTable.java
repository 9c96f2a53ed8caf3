package io.waymark.pipeline.warehouse;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes batches of one kind of row inside the transaction of its caller, by key and with a version guard. */
interface WarehouseTable<T> {

    void write(Connection connection, List<T> batch) throws SQLException;

    /** What was written is committed now. */
    default void committed() {}

    /** What kind of rows; makes the writer where it runs. */
    @FunctionalInterface
    interface Factory<T> extends Serializable {
        WarehouseTable<T> make();
    }
}
