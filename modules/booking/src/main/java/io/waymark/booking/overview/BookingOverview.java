package io.waymark.booking.overview;

import io.waymark.booking.Booking;
import io.waymark.booking.Booking.Cancelled;
import io.waymark.booking.Booking.CheckedOut;
import io.waymark.booking.Booking.Facts;
import io.waymark.booking.Booking.Held;
import io.waymark.booking.BookingRules;
import io.waymark.booking.Status;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.RoomStay;
import io.waymark.runtime.journal.JournalRow;
import io.waymark.runtime.projection.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Keeps one row a booking, by the same rules that the booking itself goes by. */
public final class BookingOverview implements Projection {

    public static final String NAME = "booking-overview";

    private static final BookingRules RULES = new BookingRules();

    private static final List<String> COLUMNS = List.of(
            "tenant",
            "booking_id",
            "revision",
            "status",
            "property_id",
            "property_code",
            "channel",
            "connection",
            "reference",
            "market",
            "customer_type",
            "agent",
            "company",
            "country",
            "policy_code",
            "deposit_type",
            "arrival",
            "departure",
            "nights",
            "rooms",
            "room_nights",
            "adults",
            "children",
            "infants",
            "total_minor",
            "currency",
            "special_requests",
            "parking_spaces",
            "assigned_room_type_code",
            "departed_on",
            "hold_expires_at",
            "cancelled_at",
            "subject",
            "booked_at",
            "updated_at",
            "state");

    private static final String UPSERT = "insert into booking_overview (" + String.join(", ", COLUMNS) + ") values ("
            + "?, ".repeat(COLUMNS.size() - 1) + "?::jsonb) on conflict (tenant, booking_id) do update set "
            + String.join(
                    ", ",
                    COLUMNS.stream()
                            .skip(2)
                            .map(column -> column + " = excluded." + column)
                            .toList());

    private record Key(String tenant, String bookingId) {}

    private record Row(Booking booking, long revision) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("booking_overview");
    }

    @Override
    public void apply(Connection connection, List<JournalRow> rows) throws SQLException {
        List<JournalRow> events =
                rows.stream().filter(row -> row.event() instanceof BookingEvent).toList();
        if (events.isEmpty()) {
            return;
        }
        Map<Key, Row> bookings = new HashMap<>(load(connection, events));
        Map<Key, Row> changed = new LinkedHashMap<>();
        for (JournalRow event : events) {
            Key key = key(event);
            @Nullable Row before = bookings.get(key);
            Booking booking = RULES.evolve(
                    before == null ? RULES.empty() : before.booking(),
                    (BookingEvent) event.event(),
                    event.meta().occurredAt());
            Row after = new Row(booking, event.revision());
            bookings.put(key, after);
            changed.put(key, after);
        }
        write(connection, changed);
    }

    private static Key key(JournalRow row) {
        return new Key(row.tenant().id(), row.entityId());
    }

    private static Map<Key, Row> load(Connection connection, List<JournalRow> events) throws SQLException {
        List<Key> keys = events.stream().map(BookingOverview::key).distinct().toList();
        Map<Key, Row> bookings = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select tenant, booking_id, revision, state
                  from booking_overview
                  join unnest(?::text[], ?::text[]) as wanted (tenant, booking_id) using (tenant, booking_id)""")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", keys.stream().map(Key::tenant).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", keys.stream().map(Key::bookingId).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    bookings.put(
                            new Key(row.getString(1), row.getString(2)),
                            new Row(BookingStates.read(row.getString(4)), row.getLong(3)));
                }
            }
        }
        return bookings;
    }

    private static void write(Connection connection, Map<Key, Row> changed) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (Map.Entry<Key, Row> entry : changed.entrySet()) {
                bind(upsert, entry.getKey(), entry.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void bind(PreparedStatement upsert, Key key, Row row) throws SQLException {
        Facts facts = row.booking().known().orElseThrow();
        BookingDetails details = facts.details();
        Object[] values = {
            key.tenant(),
            key.bookingId(),
            row.revision(),
            Status.of(row.booking()),
            details.propertyId(),
            details.propertyCode(),
            details.sale().channel(),
            details.sale().connection(),
            details.sale().reference(),
            details.sale().market(),
            details.sale().customerType(),
            details.sale().agent(),
            details.sale().company(),
            details.country(),
            details.terms().policyCode(),
            details.terms().depositType(),
            details.arrival(),
            details.departure(),
            ChronoUnit.DAYS.between(details.arrival(), details.departure()),
            details.rooms().size(),
            details.roomNights(),
            sum(details, RoomStay::adults),
            sum(details, RoomStay::children),
            sum(details, RoomStay::infants),
            details.total().amountMinor(),
            details.total().currency().getCurrencyCode(),
            details.specialRequests(),
            details.parkingSpaces(),
            facts.assignedRoomTypeCode(),
            row.booking() instanceof CheckedOut left ? left.departedOn() : null,
            timestamp(row.booking() instanceof Held held ? held.expiresAt() : null),
            timestamp(row.booking() instanceof Cancelled cancelled ? cancelled.cancelledAt() : null),
            details.guest().subject(),
            timestamp(facts.bookedAt()),
            timestamp(facts.updatedAt()),
            BookingStates.write(row.booking())
        };
        for (int i = 0; i < values.length; i++) {
            upsert.setObject(i + 1, values[i]);
        }
    }

    private static int sum(BookingDetails details, ToIntFunction<RoomStay> count) {
        return details.rooms().stream().mapToInt(count).sum();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
