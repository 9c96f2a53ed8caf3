package io.waymark.channels.message;

import io.waymark.runtime.database.Database;
import io.waymark.runtime.database.GroupCommit;
import io.waymark.telemetry.ChannelMeters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Appends channel messages; whoever waits is told after the commit. */
public final class ChannelMessages implements AutoCloseable {

    private static final int WAITING = 10_000;
    private static final int LONGEST_REASON = 2_000;
    private static final String INSERT = """
            insert into channel_message (
                id, tenant, connection, action, direction, hotel_code, remote_ids, outcome, http_status, error_code, reason,
                bytes, duration_micros, occurred_at, received_at, request_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final GroupCommit<ChannelMessage> writer;
    private final ChannelMeters meters;

    public ChannelMessages(Database database, ChannelMeters meters) {
        this.meters = meters;
        this.writer = new GroupCommit<>(
                "channel-messages",
                1,
                WAITING,
                Runnable::run,
                messages -> database.transact(connection -> {
                    insert(connection, messages);
                    return messages.size();
                }));
    }

    /** The message once it is on disk. */
    public CompletionStage<ChannelMessage> append(ChannelMessage message) {
        meters.message(
                message.direction().text(), message.action(), message.outcome().text(), message.duration());
        return writer.write(message.id(), message);
    }

    @Override
    public void close() {
        writer.close();
    }

    private static void insert(Connection connection, List<ChannelMessage> messages) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ChannelMessage message : messages) {
                insert.setString(1, message.id());
                insert.setString(2, message.tenant().id());
                insert.setString(3, message.connection());
                insert.setString(4, message.action());
                insert.setString(5, message.direction().text());
                insert.setString(6, message.hotelCode());
                insert.setArray(
                        7, connection.createArrayOf("text", message.remoteIds().toArray()));
                insert.setString(8, message.outcome().text());
                insert.setInt(9, message.httpStatus());
                insert.setString(10, message.errorCode());
                insert.setString(11, storable(message.reason()));
                insert.setLong(12, message.bytes());
                insert.setLong(13, message.duration().toNanos() / 1000);
                insert.setTimestamp(14, Timestamp.from(message.occurredAt()));
                insert.setTimestamp(15, Timestamp.from(message.receivedAt()));
                insert.setString(16, message.requestId());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static @Nullable String storable(@Nullable String reason) {
        if (reason == null) {
            return null;
        }
        String text = reason.replace("\0", "");
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }
}
