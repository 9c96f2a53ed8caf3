package io.waymark.pipeline.jobs;

import io.waymark.events.Event;
import io.waymark.events.JournalCodec;
import io.waymark.events.JournalCodec.Encoded;
import io.waymark.events.Meta;
import io.waymark.pipeline.source.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Writes journal rows as an entity would: numbered, chained, in the published form. */
final class Journal {

    private static final String INSERT = """
        insert into event_journal (persistence_id, sequence_number, writer, write_timestamp, event_ser_id,
                                   event_ser_manifest, event_payload)
        values (?, ?, 'test', ?, 1, ?, ?)""";

    private final Database database;
    private final JournalCodec codec = new JournalCodec();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();

    Journal(Database database) {
        this.database = database;
    }

    void createTables() throws SQLException {
        try (Connection connection = database.connect("test");
                Statement statement = connection.createStatement()) {
            statement.execute(text("/journal.sql"));
        }
    }

    /** Appends in one transaction of its own; events are an hour apart in business time. */
    void append(String persistenceId, Event... events) throws SQLException {
        try (Connection connection = database.connect("test")) {
            connection.setAutoCommit(false);
            append(connection, persistenceId, events);
            connection.commit();
        }
    }

    /** Appends within the caller's transaction. */
    void append(Connection connection, String persistenceId, Event... events) throws SQLException {
        for (Event event : events) {
            long number = numbers.merge(persistenceId, 1L, Long::sum);
            Instant occurredAt = Stories.BOOKED.plus(Duration.ofHours(number - 1));
            Encoded encoded = codec.encode(meta(persistenceId, occurredAt), event);
            hashes.put(persistenceId, encoded.hash());
            insert(connection, persistenceId, number, encoded.name(), encoded.payload());
        }
    }

    /** Appends a row that is no event. */
    void appendRaw(String persistenceId, String name, String payload) throws SQLException {
        try (Connection connection = database.connect("test")) {
            long number = numbers.merge(persistenceId, 1L, Long::sum);
            insert(connection, persistenceId, number, name, payload.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void insert(Connection connection, String persistenceId, long number, String name, byte[] payload)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, persistenceId);
            statement.setLong(2, number);
            statement.setLong(3, System.currentTimeMillis());
            statement.setString(4, name);
            statement.setBytes(5, payload);
            statement.executeUpdate();
        }
    }

    private Meta meta(String persistenceId, Instant occurredAt) {
        return Rows.meta(occurredAt, hashes.getOrDefault(persistenceId, ""));
    }

    private static String text(String resource) {
        try (InputStream input = Objects.requireNonNull(Journal.class.getResourceAsStream(resource))) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
