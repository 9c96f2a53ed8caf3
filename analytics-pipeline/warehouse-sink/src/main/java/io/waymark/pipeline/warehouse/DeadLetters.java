package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.stream.DeadLetter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Writes {@code dead_letter}: the same row of the same table is noted once a stage. */
final class DeadLetters implements WarehouseTable<DeadLetter> {

    private static final Upsert<DeadLetter> DEAD_LETTER = Upsert.<DeadLetter>into("dead_letter")
            .key("stage", "text", letter -> letter.stage().name().toLowerCase(Locale.ROOT))
            .key("origin", "text", DeadLetter::origin)
            .key("ordering", "bigint", DeadLetter::ordering)
            .column("tx_id", "bigint", DeadLetter::txId)
            .column("tenant", "text", DeadLetter::tenant)
            .column("persistence_id", "text", DeadLetter::persistenceId)
            .column("sequence_number", "bigint", DeadLetter::sequenceNumber)
            .column("event_name", "text", DeadLetter::eventName)
            .column("reason", "text", DeadLetter::reason)
            .column("payload", "text", DeadLetter::payload)
            .column("recorded_at", "timestamptz", DeadLetter::recordedAt)
            .keepingExisting();

    @Override
    public void write(Connection connection, List<DeadLetter> batch) throws SQLException {
        DEAD_LETTER.write(connection, batch);
    }
}
