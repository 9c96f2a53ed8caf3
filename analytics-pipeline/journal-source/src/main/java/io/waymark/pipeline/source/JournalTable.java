package io.waymark.pipeline.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The journal of all entities: {@code event_journal}. */
public final class JournalTable implements TailedTable<JournalRow> {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "event_journal";
    }

    @Override
    public String columns() {
        return "persistence_id, sequence_number, event_ser_manifest, event_payload, write_timestamp";
    }

    @Override
    public String slice() {
        return "slice";
    }

    @Override
    public JournalRow read(ResultSet row, long txId, long ordering) throws SQLException {
        return new JournalRow(
                txId,
                ordering,
                row.getString("persistence_id"),
                row.getLong("sequence_number"),
                row.getString("event_ser_manifest"),
                row.getBytes("event_payload"),
                Instant.ofEpochMilli(row.getLong("write_timestamp")));
    }

    @Override
    public TypeInformation<JournalRow> rowType() {
        return TypeInformation.of(JournalRow.class);
    }
}
