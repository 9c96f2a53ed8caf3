package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.stream.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Writes {@code pipeline_progress}. Nothing is lost with a row of it, so its commits need not wait for the disk. */
final class ProgressRows implements WarehouseTable<Progress> {

    private static final Upsert<Progress> PROGRESS = Upsert.<Progress>into("pipeline_progress")
            .key("sink", "text", Progress::sink)
            .key("split", "text", progress -> Integer.toString(progress.split()))
            .column("tx_id", "bigint", progress -> progress.position().txId())
            .column("ordering", "bigint", progress -> progress.position().ordering())
            .column("event_time", "timestamptz", Progress::eventTime)
            .column("as_of", "timestamptz", Progress::asOf)
            .computed("updated_at", "text", "clock_timestamp()", progress -> null)
            .replacingOlder("updated_at");

    @Override
    public void write(Connection connection, List<Progress> batch) throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute("set local synchronous_commit = off");
        }
        PROGRESS.write(connection, batch);
    }
}
