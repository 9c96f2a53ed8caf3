package io.waymark.pipeline.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.waymark.events.EventJson;
import io.waymark.pipeline.source.ChannelMessageRow;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Writes {@code fact_channel_message}: rows are added once and never changed. */
final class ChannelMessages implements WarehouseTable<ChannelMessageRow> {

    private static final Upsert<ChannelMessageRow> MESSAGE = Upsert.<ChannelMessageRow>into("fact_channel_message")
            .key("tenant", "text", message -> Objects.requireNonNullElse(message.tenant(), ""))
            .key("message_id", "text", ChannelMessageRow::id)
            .column("ordering", "bigint", ChannelMessageRow::ordering)
            .column("connection", "text", ChannelMessageRow::connection)
            .column("action", "text", ChannelMessageRow::action)
            .column("direction", "text", ChannelMessageRow::direction)
            .column("hotel_code", "text", ChannelMessageRow::hotelCode)
            .computed(
                    "remote_ids",
                    "text",
                    "array(select jsonb_array_elements_text(remote_ids::jsonb))",
                    message -> json(message.remoteIds()))
            .column("outcome", "text", ChannelMessageRow::outcome)
            .column("http_status", "integer", ChannelMessageRow::httpStatus)
            .column("error_code", "text", ChannelMessageRow::errorCode)
            .column("reason", "text", ChannelMessageRow::reason)
            .column("bytes", "bigint", ChannelMessageRow::bytes)
            .column("duration_micros", "bigint", ChannelMessageRow::durationMicros)
            .column("occurred_at", "timestamptz", ChannelMessageRow::occurredAt)
            .column("occurred_on", "date", message -> UtcDates.of(message.occurredAt()))
            .column("received_at", "timestamptz", ChannelMessageRow::receivedAt)
            .column("request_id", "text", ChannelMessageRow::requestId)
            .keepingExisting();

    @Override
    public void write(Connection connection, List<ChannelMessageRow> batch) throws SQLException {
        MESSAGE.write(connection, batch);
    }

    private static String json(List<String> texts) {
        try {
            return EventJson.MAPPER.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
