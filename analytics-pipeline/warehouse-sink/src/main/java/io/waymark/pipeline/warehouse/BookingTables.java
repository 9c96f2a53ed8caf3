package io.waymark.pipeline.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes bookings, their events, movements and nights. The booking's row is the guard: whoever replaces it holds its lock
 * until the commit, and nights are written only behind it, so two writers can never mix two versions of one booking.
 */
final class BookingTables implements WarehouseTable<BookingChange> {

    private static final Upsert<BookingFact> BOOKING = fact(Upsert.into("fact_booking"))
            .replacingOlder("version")
            .returning("fact_booking.tenant, fact_booking.booking_id");

    private static final Upsert<BookingChange> EVENT =
            event(Upsert.into("fact_booking_event")).keepingExisting();

    private final MentionedDimensions dimensions = new MentionedDimensions();

    @Override
    public void write(Connection connection, List<BookingChange> batch) throws SQLException {
        dimensions.write(connection, batch);
        Map<BookingKey, BookingChange> newest = newest(batch);
        Set<BookingKey> written = new HashSet<>(BOOKING.write(
                connection,
                newest.values().stream().map(BookingChange::booking).toList(),
                row -> new BookingKey(row.getString(1), row.getString(2))));
        EVENT.write(connection, batch.stream().filter(distinctEvents()).toList());
        NightMovements.write(connection, batch);
        StayNights.write(connection, withNewNights(batch, newest, written));
    }

    @Override
    public void committed() {
        dimensions.committed();
    }

    /** In the order of their keys, so that all writers lock rows in the same order. */
    private static Map<BookingKey, BookingChange> newest(List<BookingChange> batch) {
        Map<BookingKey, BookingChange> newest = new TreeMap<>();
        for (BookingChange change : batch) {
            newest.merge(
                    change.key(),
                    change,
                    (a, b) -> b.booking().version() >= a.booking().version() ? b : a);
        }
        return newest;
    }

    private static Collection<BookingChange> withNewNights(
            List<BookingChange> batch, Map<BookingKey, BookingChange> newest, Set<BookingKey> written) {
        Map<BookingKey, BookingChange> changed = new TreeMap<>();
        for (BookingChange change : batch) {
            BookingChange latest = newest.get(change.key());
            if (change.nightsChanged() && latest != null && written.contains(change.key())) {
                changed.put(change.key(), latest);
            }
        }
        return changed.values();
    }

    /** The same event may come twice within a batch, after a restart. */
    private static Predicate<BookingChange> distinctEvents() {
        Set<Long> seen = new HashSet<>();
        return change -> seen.add(change.ordering());
    }

    private static Upsert<BookingFact> fact(Upsert<BookingFact> upsert) {
        return times(party(upsert.key("tenant", "text", BookingFact::tenant)
                .key("booking_id", "text", BookingFact::bookingId)
                .column("version", "bigint", BookingFact::version)
                .column("status", "text", BookingFact::status)
                .column("is_on_books", "boolean", BookingFact::onBooks)
                .column("is_cancelled", "boolean", BookingFact::cancelled)
                .column("is_no_show", "boolean", BookingFact::noShow)
                .column("is_stayed", "boolean", BookingFact::stayed)
                .column("property_id", "text", BookingFact::propertyId)
                .column("room_type_id", "text", BookingFact::roomTypeId)
                .column("assigned_room_type_code", "text", BookingFact::assignedRoomTypeCode)
                .column("channel", "text", BookingFact::channel)
                .column("market", "text", BookingFact::market)
                .column("country", "text", BookingFact::country)
                .column("connection", "text", BookingFact::connection)
                .column("reference", "text", BookingFact::reference)
                .column("customer_type", "text", BookingFact::customerType)
                .column("agent", "text", BookingFact::agent)
                .column("company", "text", BookingFact::company)
                .column("meal", "text", BookingFact::meal)
                .column("rate_plan", "text", BookingFact::ratePlan)
                .column("deposit_type", "text", BookingFact::depositType)
                .column("policy_code", "text", BookingFact::policyCode)
                .column("total_amount", "numeric", booking -> booking.total().major())
                .column("currency", "text", booking -> currency(booking.total().currency()))));
    }

    private static Upsert<BookingFact> party(Upsert<BookingFact> upsert) {
        return upsert.column("rooms", "integer", BookingFact::rooms)
                .column("room_nights", "integer", BookingFact::roomNights)
                .column("adults", "integer", BookingFact::adults)
                .column("children", "integer", BookingFact::children)
                .column("infants", "integer", BookingFact::infants)
                .column("changes", "integer", BookingFact::changes)
                .column("special_requests", "integer", BookingFact::specialRequests)
                .column("parking_spaces", "integer", BookingFact::parkingSpaces);
    }

    private static Upsert<BookingFact> times(Upsert<BookingFact> upsert) {
        return upsert.column("booked_at", "timestamptz", BookingFact::bookedAt)
                .column("booked_on", "date", booking -> UtcDates.of(booking.bookedAt()))
                .column("arrival", "date", BookingFact::arrival)
                .column("departure", "date", BookingFact::departure)
                .column("confirmed_at", "timestamptz", BookingFact::confirmedAt)
                .column("changed_at", "timestamptz", BookingFact::changedAt)
                .column("cancelled_at", "timestamptz", BookingFact::cancelledAt)
                .column("checked_in_at", "timestamptz", BookingFact::checkedInAt)
                .column("checked_out_at", "timestamptz", BookingFact::checkedOutAt)
                .column("departed_on", "date", BookingFact::departedOn)
                .column("no_show_at", "timestamptz", BookingFact::noShowAt)
                .column("refusal", "text", BookingFact::refusal)
                .column("updated_at", "timestamptz", BookingFact::updatedAt)
                .column("recorded_at", "timestamptz", BookingFact::recordedAt)
                .computed("loaded_at", "text", "clock_timestamp()", booking -> null);
    }

    private static Upsert<BookingChange> event(Upsert<BookingChange> upsert) {
        return upsert.key("tenant", "text", of(BookingFact::tenant))
                .key("booking_id", "text", of(BookingFact::bookingId))
                .key("sequence_number", "bigint", of(BookingFact::version))
                .column("tx_id", "bigint", BookingChange::txId)
                .column("ordering", "bigint", BookingChange::ordering)
                .column("type", "text", change -> change.event().type())
                .column("status", "text", of(BookingFact::status))
                .column("occurred_at", "timestamptz", change -> change.event().occurredAt())
                .column(
                        "occurred_on",
                        "date",
                        change -> UtcDates.of(change.event().occurredAt()))
                .column("recorded_at", "timestamptz", BookingChange::recordedAt)
                .column("actor", "text", change -> change.event().actor())
                .column("source", "text", change -> change.event().source())
                .column("reason", "text", change -> change.event().reason())
                .column("property_id", "text", of(BookingFact::propertyId))
                .column("room_type_id", "text", of(BookingFact::roomTypeId))
                .column("channel", "text", of(BookingFact::channel))
                .column("market", "text", of(BookingFact::market))
                .column("country", "text", of(BookingFact::country))
                .column("arrival", "date", of(BookingFact::arrival))
                .column("departure", "date", of(BookingFact::departure))
                .column("bookings_delta", "integer", change -> change.event().bookingsDelta())
                .column("room_nights_delta", "integer", change -> change.event().roomNightsDelta())
                .column(
                        "revenue_delta",
                        "numeric",
                        change -> change.event().revenueDelta().major())
                .column(
                        "currency",
                        "text",
                        change -> currency(change.event().revenueDelta().currency()));
    }

    private static Function<BookingChange, @Nullable Object> of(Function<BookingFact, @Nullable Object> column) {
        return change -> column.apply(change.booking());
    }

    private static String currency(Currency currency) {
        return currency.getCurrencyCode();
    }
}
