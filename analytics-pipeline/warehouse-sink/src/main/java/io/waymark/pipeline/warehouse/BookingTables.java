package io.waymark.pipeline.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes bookings, their events, movements and nights. The booking's row is the guard: whoever replaces it holds its lock
 * until the commit and learns which version it had, and the rest is written only behind it, so two writers can never mix two
 * versions of one booking.
 *
 * <p>Version and rows were always written together, so events beyond the version that was there are new and are copied right
 * in. Only what is read again, after a restart or from the beginning, has to look for itself.
 */
final class BookingTables implements WarehouseTable<BookingChange> {

    private static final FactTable<BookingFact> BOOKING = fact(FactTable.named("fact_booking"));
    private static final FactTable<BookingChange> EVENT = event(FactTable.named("fact_booking_event"));

    private static final String MERGE_BOOKINGS = BOOKING.alsoSetting("loaded_at = clock_timestamp()")
                    .mergeReplacing("excluded.version >= fact_booking.version")
            + " returning tenant, booking_id, coalesce(old.version, 0)";

    private static final String MERGE_EVENTS = EVENT.mergeNew() + " returning ordering";

    private final MentionedDimensions dimensions = new MentionedDimensions();

    @Override
    public void write(Connection connection, List<BookingChange> batch) throws SQLException {
        dimensions.write(connection, batch);
        Collection<BookingChanges> bookings = BookingChanges.byBooking(batch);
        Map<BookingKey, Long> versions = writeBookings(connection, bookings);
        List<BookingChange> fresh = new ArrayList<>();
        List<BookingChange> again = new ArrayList<>();
        List<NightsUpdate> nights = new ArrayList<>();
        for (BookingChanges booking : bookings) {
            @Nullable Long version = versions.get(booking.key());
            fresh.addAll(booking.beyond(version));
            again.addAll(booking.upTo(version));
            booking.nights(version).ifPresent(nights::add);
        }
        EVENT.insert(connection, fresh);
        fresh.addAll(addMissing(connection, again));
        NightMovements.write(connection, fresh);
        StayNights.write(connection, nights);
    }

    @Override
    public void committed() {
        dimensions.committed();
    }

    /** Gives back which version each booking had, 0 for a new one. One that is newer than all we know of it is not there. */
    private static Map<BookingKey, Long> writeBookings(Connection connection, Collection<BookingChanges> bookings)
            throws SQLException {
        BOOKING.stage(
                connection,
                bookings.stream().map(booking -> booking.newest().booking()).toList());
        Map<BookingKey, Long> versions = new HashMap<>();
        try (PreparedStatement merge = connection.prepareStatement(MERGE_BOOKINGS);
                ResultSet result = merge.executeQuery()) {
            while (result.next()) {
                versions.put(new BookingKey(result.getString(1), result.getString(2)), result.getLong(3));
            }
        }
        return versions;
    }

    /** Adds those events that are not there, against all expectation, and gives them back. */
    private static List<BookingChange> addMissing(Connection connection, List<BookingChange> events)
            throws SQLException {
        if (events.isEmpty()) {
            return List.of();
        }
        EVENT.stage(connection, events);
        Set<Long> added = new HashSet<>();
        try (PreparedStatement merge = connection.prepareStatement(MERGE_EVENTS);
                ResultSet result = merge.executeQuery()) {
            while (result.next()) {
                added.add(result.getLong(1));
            }
        }
        return events.stream().filter(event -> added.contains(event.ordering())).toList();
    }

    private static FactTable<BookingFact> fact(FactTable<BookingFact> table) {
        return times(party(table.key("tenant", ColumnType.TEXT, BookingFact::tenant)
                .key("booking_id", ColumnType.TEXT, BookingFact::bookingId)
                .column("version", ColumnType.BIGINT, BookingFact::version)
                .column("status", ColumnType.TEXT, BookingFact::status)
                .column("is_on_books", ColumnType.BOOLEAN, BookingFact::onBooks)
                .column("is_cancelled", ColumnType.BOOLEAN, BookingFact::cancelled)
                .column("is_no_show", ColumnType.BOOLEAN, BookingFact::noShow)
                .column("is_stayed", ColumnType.BOOLEAN, BookingFact::stayed)
                .column("property_id", ColumnType.TEXT, BookingFact::propertyId)
                .column("room_type_id", ColumnType.TEXT, BookingFact::roomTypeId)
                .column("assigned_room_type_code", ColumnType.TEXT, BookingFact::assignedRoomTypeCode)
                .column("channel", ColumnType.TEXT, BookingFact::channel)
                .column("market", ColumnType.TEXT, BookingFact::market)
                .column("country", ColumnType.TEXT, BookingFact::country)
                .column("connection", ColumnType.TEXT, BookingFact::connection)
                .column("reference", ColumnType.TEXT, BookingFact::reference)
                .column("customer_type", ColumnType.TEXT, BookingFact::customerType)
                .column("agent", ColumnType.TEXT, BookingFact::agent)
                .column("company", ColumnType.TEXT, BookingFact::company)
                .column("meal", ColumnType.TEXT, BookingFact::meal)
                .column("rate_plan", ColumnType.TEXT, BookingFact::ratePlan)
                .column("deposit_type", ColumnType.TEXT, BookingFact::depositType)
                .column("policy_code", ColumnType.TEXT, BookingFact::policyCode)
                .column("total_amount", ColumnType.NUMERIC, BookingFact::total)
                .column(
                        "currency",
                        ColumnType.TEXT,
                        booking -> currency(booking.total().currency()))));
    }

    private static FactTable<BookingFact> party(FactTable<BookingFact> table) {
        return table.column("rooms", ColumnType.INTEGER, BookingFact::rooms)
                .column("room_nights", ColumnType.INTEGER, BookingFact::roomNights)
                .column("adults", ColumnType.INTEGER, BookingFact::adults)
                .column("children", ColumnType.INTEGER, BookingFact::children)
                .column("infants", ColumnType.INTEGER, BookingFact::infants)
                .column("changes", ColumnType.INTEGER, BookingFact::changes)
                .column("special_requests", ColumnType.INTEGER, BookingFact::specialRequests)
                .column("parking_spaces", ColumnType.INTEGER, BookingFact::parkingSpaces);
    }

    private static FactTable<BookingFact> times(FactTable<BookingFact> table) {
        return table.column("booked_at", ColumnType.TIMESTAMPTZ, BookingFact::bookedAt)
                .column("booked_on", ColumnType.DATE, booking -> UtcDates.of(booking.bookedAt()))
                .column("arrival", ColumnType.DATE, BookingFact::arrival)
                .column("departure", ColumnType.DATE, BookingFact::departure)
                .column("confirmed_at", ColumnType.TIMESTAMPTZ, BookingFact::confirmedAt)
                .column("changed_at", ColumnType.TIMESTAMPTZ, BookingFact::changedAt)
                .column("cancelled_at", ColumnType.TIMESTAMPTZ, BookingFact::cancelledAt)
                .column("checked_in_at", ColumnType.TIMESTAMPTZ, BookingFact::checkedInAt)
                .column("checked_out_at", ColumnType.TIMESTAMPTZ, BookingFact::checkedOutAt)
                .column("departed_on", ColumnType.DATE, BookingFact::departedOn)
                .column("no_show_at", ColumnType.TIMESTAMPTZ, BookingFact::noShowAt)
                .column("refusal", ColumnType.TEXT, BookingFact::refusal)
                .column("updated_at", ColumnType.TIMESTAMPTZ, BookingFact::updatedAt)
                .column("recorded_at", ColumnType.TIMESTAMPTZ, BookingFact::recordedAt);
    }

    private static FactTable<BookingChange> event(FactTable<BookingChange> table) {
        return table.key("tenant", ColumnType.TEXT, of(BookingFact::tenant))
                .key("booking_id", ColumnType.TEXT, of(BookingFact::bookingId))
                .key("sequence_number", ColumnType.BIGINT, of(BookingFact::version))
                .column("tx_id", ColumnType.BIGINT, BookingChange::txId)
                .column("ordering", ColumnType.BIGINT, BookingChange::ordering)
                .column("type", ColumnType.TEXT, change -> change.event().type())
                .column("status", ColumnType.TEXT, of(BookingFact::status))
                .column(
                        "occurred_at",
                        ColumnType.TIMESTAMPTZ,
                        change -> change.event().occurredAt())
                .column(
                        "occurred_on",
                        ColumnType.DATE,
                        change -> UtcDates.of(change.event().occurredAt()))
                .column("recorded_at", ColumnType.TIMESTAMPTZ, BookingChange::recordedAt)
                .column("actor", ColumnType.TEXT, change -> change.event().actor())
                .column("source", ColumnType.TEXT, change -> change.event().source())
                .column("reason", ColumnType.TEXT, change -> change.event().reason())
                .column("property_id", ColumnType.TEXT, of(BookingFact::propertyId))
                .column("room_type_id", ColumnType.TEXT, of(BookingFact::roomTypeId))
                .column("channel", ColumnType.TEXT, of(BookingFact::channel))
                .column("market", ColumnType.TEXT, of(BookingFact::market))
                .column("country", ColumnType.TEXT, of(BookingFact::country))
                .column("arrival", ColumnType.DATE, of(BookingFact::arrival))
                .column("departure", ColumnType.DATE, of(BookingFact::departure))
                .column(
                        "bookings_delta",
                        ColumnType.INTEGER,
                        change -> change.event().bookingsDelta())
                .column(
                        "room_nights_delta",
                        ColumnType.INTEGER,
                        change -> change.event().roomNightsDelta())
                .column(
                        "revenue_delta",
                        ColumnType.NUMERIC,
                        change -> change.event().revenueDelta())
                .column(
                        "currency",
                        ColumnType.TEXT,
                        change -> currency(change.event().revenueDelta().currency()));
    }

    private static Function<BookingChange, @Nullable Object> of(Function<BookingFact, @Nullable Object> column) {
        return change -> column.apply(change.booking());
    }

    private static String currency(Currency currency) {
        return currency.getCurrencyCode();
    }
}
