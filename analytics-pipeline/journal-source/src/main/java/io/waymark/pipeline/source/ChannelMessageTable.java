package io.waymark.pipeline.source;

import io.waymark.pipeline.stream.JsonType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/** The messages exchanged with channels: too many and too dull for the journal, tailed by the same rule. */
public final class ChannelMessageTable implements TailedTable<ChannelMessageRow> {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "channel_message";
    }

    @Override
    public String columns() {
        return """
            id, tenant, connection, action, direction, hotel_code, remote_ids, outcome, http_status, error_code, reason,
            bytes, duration_micros, occurred_at, received_at, request_id""";
    }

    @Override
    public String slice() {
        return "0";
    }

    @Override
    public ChannelMessageRow read(ResultSet row, long txId, long ordering) throws SQLException {
        return new ChannelMessageRow(
                txId,
                ordering,
                row.getString("id"),
                row.getString("tenant"),
                row.getString("connection"),
                row.getString("action"),
                row.getString("direction"),
                row.getString("hotel_code"),
                texts(row.getArray("remote_ids")),
                row.getString("outcome"),
                row.getObject("http_status", Integer.class),
                row.getString("error_code"),
                row.getString("reason"),
                row.getObject("bytes", Long.class),
                row.getObject("duration_micros", Long.class),
                instant(row, "occurred_at"),
                instant(row, "received_at"),
                row.getString("request_id"));
    }

    @Override
    public TypeInformation<ChannelMessageRow> rowType() {
        return new JsonType<>(ChannelMessageRow.class);
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
