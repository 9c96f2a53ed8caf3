package io.waymark.pipeline.jobs.rebuild;

import io.waymark.events.JournalPosition;
import io.waymark.pipeline.source.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * How far the tables reach at a moment: nothing that the live pipeline had written by then lies behind.
 *
 * @param message the last channel message; the start where there is none
 * @param rows of both tables, about
 * @param moment by the server's clock
 */
record Heads(JournalPosition message, long rows, Instant moment) {

    /** By how much the clocks of writers may differ, and a row be older than its commit. */
    private static final Duration DOUBT = Duration.ofSeconds(2);

    private static final String JOURNAL = """
            select clock_timestamp(), coalesce((select max(ordering) from event_journal where persistence_id like 'Booking|%'), 0)""";

    private static final String MESSAGE = """
            select tx_id::text::bigint, ordering from channel_message
             order by channel_message.tx_id desc, ordering desc limit 1""";

    static Heads of(Database journal) throws SQLException {
        try (Connection connection = journal.connect("waymark-rebuild-search");
                Statement statement = connection.createStatement()) {
            Instant moment;
            long events;
            try (ResultSet row = statement.executeQuery(JOURNAL)) {
                row.next();
                moment = row.getObject(1, OffsetDateTime.class).toInstant();
                events = row.getLong(2);
            }
            JournalPosition message = message(statement);
            return new Heads(message, events + message.ordering(), moment);
        }
    }

    /** A time that surely lies behind all of it. */
    Instant surelyLater() {
        return moment.plus(DOUBT);
    }

    private static JournalPosition message(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(MESSAGE)) {
            return row.next() ? new JournalPosition(row.getLong(1), row.getLong(2)) : JournalPosition.START;
        }
    }
}
