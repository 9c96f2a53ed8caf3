package io.waymark.booking.overview;

import io.waymark.booking.Booking;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads bookings from the read model, the newest first. */
public final class BookingOverviews {

    private static final String PAGE = """
            select booking_id, revision, booked_at, state from booking_overview
             where tenant = ? and (booked_at, booking_id) < (?, ?)
               and (?::text is null or property_id = ?::text)
               and (cardinality(?::text[]) = 0 or status = any (?::text[]))
               and (?::date is null or arrival >= ?::date)
               and (?::date is null or arrival < ?::date)
             order by booked_at desc, booking_id desc
             limit ?""";

    private static final String DUE = """
            select tenant, booking_id, hold_expires_at from booking_overview
             where status = 'held' and hold_expires_at <= ?
             order by hold_expires_at
             limit ?""";

    private final Database database;

    public BookingOverviews(Database database) {
        this.database = database;
    }

    /** A booking at the revision that the read model has seen. */
    public record Entry(String bookingId, long revision, Instant bookedAt, Booking booking) {}

    /** A hold whose deadline has passed. */
    public record DueHold(Tenant tenant, String bookingId, Instant expiredAt) {}

    /**
     * Which bookings are wanted; absent means any.
     *
     * @param arrivalTo exclusive
     */
    public record Filter(
            @Nullable String propertyId,
            List<String> statuses,
            @Nullable LocalDate arrivalFrom,
            @Nullable LocalDate arrivalTo) {

        public Filter {
            statuses = List.copyOf(statuses);
        }
    }

    /** Where a page begins: behind the booking of this time and id. */
    public record After(Instant bookedAt, String bookingId) {

        /** Before everything: later than any booking can be. */
        public static final After NOTHING = new After(Instant.parse("9999-12-31T00:00:00Z"), "");
    }

    public CompletionStage<List<Entry>> page(Tenant tenant, Filter filter, After after, int limit) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement(PAGE)) {
                bind(connection, select, tenant, filter, after);
                select.setInt(12, limit);
                List<Entry> entries = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        entries.add(new Entry(
                                row.getString(1),
                                row.getLong(2),
                                row.getTimestamp(3).toInstant(),
                                BookingStates.read(row.getString(4))));
                    }
                }
                return entries;
            }
        });
    }

    /** Holds that are over at this instant, the longest first. */
    public CompletionStage<List<DueHold>> due(Instant now, int limit) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement(DUE)) {
                select.setTimestamp(1, Timestamp.from(now));
                select.setInt(2, limit);
                List<DueHold> due = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        due.add(new DueHold(
                                new Tenant(row.getString(1)),
                                row.getString(2),
                                row.getTimestamp(3).toInstant()));
                    }
                }
                return due;
            }
        });
    }

    private static void bind(Connection connection, PreparedStatement select, Tenant tenant, Filter filter, After after)
            throws SQLException {
        select.setString(1, tenant.id());
        select.setTimestamp(2, Timestamp.from(after.bookedAt()));
        select.setString(3, after.bookingId());
        select.setString(4, filter.propertyId());
        select.setString(5, filter.propertyId());
        java.sql.Array statuses =
                connection.createArrayOf("text", filter.statuses().toArray());
        select.setArray(6, statuses);
        select.setArray(7, statuses);
        select.setObject(8, filter.arrivalFrom(), Types.DATE);
        select.setObject(9, filter.arrivalFrom(), Types.DATE);
        select.setObject(10, filter.arrivalTo(), Types.DATE);
        select.setObject(11, filter.arrivalTo(), Types.DATE);
    }
}
