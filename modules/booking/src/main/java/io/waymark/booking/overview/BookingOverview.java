package io.waymark.booking.overview;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.BookingEvent.BookingChanged;
import io.waymark.events.booking.BookingEvent.BookingConfirmed;
import io.waymark.events.booking.BookingEvent.BookingExpired;
import io.waymark.events.booking.BookingEvent.BookingHeld;
import io.waymark.events.booking.BookingEvent.BookingRefused;
import io.waymark.events.booking.BookingEvent.BookingRequested;
import io.waymark.events.booking.BookingEvent.ChangeRefused;
import io.waymark.events.booking.BookingEvent.ChangeRequested;
import io.waymark.events.booking.BookingEvent.ConfirmationRequested;
import io.waymark.events.booking.BookingEvent.GuestCheckedIn;
import io.waymark.events.booking.BookingEvent.GuestCheckedOut;
import io.waymark.events.booking.BookingEvent.NoShowRecorded;
import io.waymark.events.booking.BookingEvent.RoomsReleased;
import io.waymark.runtime.journal.JournalRow;
import io.waymark.runtime.projection.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the table {@code booking_overview}. */
public final class BookingOverview implements Projection {

    public static final String NAME = "booking-overview";

    private static final String INSERT = """
            insert into booking_overview (tenant, booking_id, revision, status, property_id, channel, arrival, departure,
                                          total_minor, currency, booked_at, updated_at)
            values (?, ?, ?, 'requested', ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** A status of null asks for the one before the change that ends. */
    private static final String MOVE = """
            update booking_overview
               set status = coalesce(?, before_change, status), before_change = null, hold_expires = ?,
                   revision = ?, updated_at = ?
             where tenant = ? and booking_id = ?""";

    private static final String BEGIN_CHANGE = """
            update booking_overview set before_change = status, status = 'changing', revision = ?, updated_at = ?
             where tenant = ? and booking_id = ?""";

    private static final String CONTENT = """
            update booking_overview
               set property_id = ?, channel = ?, arrival = ?, departure = ?, total_minor = ?, currency = ?
             where tenant = ? and booking_id = ?""";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(Connection connection, List<JournalRow> rows) throws SQLException {
        try (Statements statements = new Statements(connection)) {
            for (JournalRow row : rows) {
                if (row.event() instanceof BookingEvent event) {
                    statements.apply(row, event);
                }
            }
        }
    }

    private static final class Statements implements AutoCloseable {

        private final PreparedStatement insert;
        private final PreparedStatement move;
        private final PreparedStatement beginChange;
        private final PreparedStatement content;

        Statements(Connection connection) throws SQLException {
            insert = connection.prepareStatement(INSERT);
            move = connection.prepareStatement(MOVE);
            beginChange = connection.prepareStatement(BEGIN_CHANGE);
            content = connection.prepareStatement(CONTENT);
        }

        void apply(JournalRow row, BookingEvent event) throws SQLException {
            switch (event) {
                case BookingRequested requested -> insert(row, requested.details());
                case BookingHeld held -> move(row, "held", held.expiresAt());
                case ConfirmationRequested requested -> move(row, "held", null);
                case BookingConfirmed confirmed -> move(row, "confirmed", null);
                case BookingRefused refused -> move(row, "refused", null);
                case BookingExpired expired -> move(row, "expired", null);
                case BookingCancelled cancelled -> move(row, "cancelled", null);
                case GuestCheckedIn arrived -> move(row, "checked-in", null);
                case GuestCheckedOut left -> move(row, "checked-out", null);
                case NoShowRecorded noShow -> move(row, "no-show", null);
                case ChangeRequested requested -> beginChange(row);
                case ChangeRefused refused -> move(row, null, null);
                case RoomsReleased released -> move(row, null, null);
                case BookingChanged changed -> {
                    content(row, changed.details());
                    move(row, null, null);
                }
            }
        }

        private void insert(JournalRow row, BookingDetails details) throws SQLException {
            Timestamp occurredAt = occurredAt(row);
            insert.setString(1, row.tenant().id());
            insert.setString(2, row.entityId());
            insert.setLong(3, row.revision());
            insert.setString(4, details.propertyId());
            insert.setString(5, details.sale().channel());
            insert.setObject(6, details.arrival());
            insert.setObject(7, details.departure());
            insert.setLong(8, details.total().amountMinor());
            insert.setString(9, details.total().currency().getCurrencyCode());
            insert.setTimestamp(10, occurredAt);
            insert.setTimestamp(11, occurredAt);
            insert.executeUpdate();
        }

        private void move(JournalRow row, @Nullable String status, @Nullable Instant holdExpires) throws SQLException {
            move.setString(1, status);
            move.setTimestamp(2, holdExpires == null ? null : Timestamp.from(holdExpires));
            move.setLong(3, row.revision());
            move.setTimestamp(4, occurredAt(row));
            move.setString(5, row.tenant().id());
            move.setString(6, row.entityId());
            move.executeUpdate();
        }

        private void beginChange(JournalRow row) throws SQLException {
            beginChange.setLong(1, row.revision());
            beginChange.setTimestamp(2, occurredAt(row));
            beginChange.setString(3, row.tenant().id());
            beginChange.setString(4, row.entityId());
            beginChange.executeUpdate();
        }

        private void content(JournalRow row, BookingDetails details) throws SQLException {
            content.setString(1, details.propertyId());
            content.setString(2, details.sale().channel());
            content.setObject(3, details.arrival());
            content.setObject(4, details.departure());
            content.setLong(5, details.total().amountMinor());
            content.setString(6, details.total().currency().getCurrencyCode());
            content.setString(7, row.tenant().id());
            content.setString(8, row.entityId());
            content.executeUpdate();
        }

        private static Timestamp occurredAt(JournalRow row) {
            return Timestamp.from(row.meta().occurredAt());
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            move.close();
            beginChange.close();
            content.close();
        }
    }
}
