package io.waymark.booking.overview;

import io.waymark.http.Cursor;
import io.waymark.kernel.Page;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads the table {@code booking_overview}. */
public final class BookingOverviews {

    private static final String PAGE = """
            select booking_id, arrival from booking_overview
             where tenant = ?
               and (?::text is null or property_id = ?)
               and (cardinality(?::text[]) = 0 or status = any (?))
               and arrival between coalesce(?, '-infinity'::date) and coalesce(?, 'infinity'::date)
               and (?::date is null or (arrival, booking_id) < (?, ?))
             order by arrival desc, booking_id desc
             limit ?""";

    private final Database database;

    public BookingOverviews(Database database) {
        this.database = database;
    }

    /** Which bookings a list shows; what is null or empty filters nothing. */
    public record Filter(
            @Nullable String propertyId,
            List<String> statuses,
            @Nullable LocalDate arrivalFrom,
            @Nullable LocalDate arrivalTo) {

        public Filter {
            statuses = List.copyOf(statuses);
        }
    }

    /** A hold whose deadline has passed. */
    public record DueHold(Tenant tenant, String bookingId) {}

    /**
     * Ids of bookings, those that arrive last first.
     *
     * @param after arrival and id of the last booking of the page before
     */
    public CompletionStage<Page<String>> page(Tenant tenant, Filter filter, @Nullable List<String> after, int limit) {
        return database.async(connection -> read(connection, tenant, filter, after, limit));
    }

    /** Holds whose deadline is before the given time, the oldest first. */
    public CompletionStage<List<DueHold>> due(Instant before, int limit) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select tenant, booking_id from booking_overview
                     where hold_expires < ? and status = 'held' order by hold_expires limit ?""")) {
                select.setTimestamp(1, java.sql.Timestamp.from(before));
                select.setInt(2, limit);
                List<DueHold> due = new ArrayList<>();
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        due.add(new DueHold(new Tenant(result.getString(1)), result.getString(2)));
                    }
                }
                return due;
            }
        });
    }

    private static Page<String> read(
            Connection connection, Tenant tenant, Filter filter, @Nullable List<String> after, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setString(1, tenant.id());
            select.setString(2, filter.propertyId());
            select.setString(3, filter.propertyId());
            var statuses = connection.createArrayOf("text", filter.statuses().toArray());
            select.setArray(4, statuses);
            select.setArray(5, statuses);
            select.setObject(6, filter.arrivalFrom(), java.sql.Types.DATE);
            select.setObject(7, filter.arrivalTo(), java.sql.Types.DATE);
            @Nullable LocalDate afterArrival = after == null ? null : LocalDate.parse(after.get(0));
            select.setObject(8, afterArrival, java.sql.Types.DATE);
            select.setObject(9, afterArrival, java.sql.Types.DATE);
            select.setString(10, after == null ? null : after.get(1));
            select.setInt(11, limit + 1);
            return page(select, limit);
        }
    }

    private static Page<String> page(PreparedStatement select, int limit) throws SQLException {
        List<String> ids = new ArrayList<>();
        String last = "";
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                if (ids.size() == limit) {
                    return new Page<>(ids, Cursor.of(List.of(last, ids.getLast())));
                }
                ids.add(result.getString(1));
                last = result.getString(2);
            }
        }
        return new Page<>(ids, null);
    }
}
