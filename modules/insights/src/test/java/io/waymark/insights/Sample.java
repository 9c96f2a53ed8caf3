package io.waymark.insights;

import io.waymark.kernel.Ids;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A few bookings of one property, small enough to calculate every figure by hand: Rome, ten rooms, March 2017, and one
 * booking a year before. Today is 7 March 2017: the newest event is of 23:30 UTC of the 6th, which is the 7th in Rome.
 */
final class Sample {

    static final String PROPERTY = Ids.derived("prp", "sample", "H1");
    static final String ROOM_TYPE = Ids.derived("rmt", "sample", "H1", "DBL");

    private final Statement statement;
    private final String tenant;
    private int ordering;

    private Sample(Statement statement, String tenant, int firstOrdering) {
        this.statement = statement;
        this.tenant = tenant;
        this.ordering = firstOrdering;
    }

    static String booking(int number) {
        return Ids.derived("bkg", "sample", Integer.toString(number));
    }

    /** Loads the bookings for a tenant, every price times the factor. */
    static void load(String url, String tenant, int factor, int firstOrdering) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "waymark", "");
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = warehouse");
            Sample sample = new Sample(statement, tenant, firstOrdering);
            sample.dimensions();
            sample.bookings(factor);
        }
    }

    private void dimensions() throws SQLException {
        run("insert into dim_property values ('%s', '%s', 'H1', 'Casa Uno', 'Rome', 'EUR', 'Europe/Rome', 1)"
                .formatted(tenant, PROPERTY));
        run("insert into dim_room_type values ('%s', '%s', '%s', 'DBL', 'Double', 2, 1)"
                .formatted(tenant, ROOM_TYPE, PROPERTY));
        run("insert into dim_channel values ('%1$s', 'Direct', 'Direct'), ('%1$s', 'OTA', 'Online agents')"
                .formatted(tenant));
        run("insert into dim_market values ('%1$s', 'Leisure', 'Leisure')".formatted(tenant));
        run(
                "insert into fact_inventory_day select '%s', '%s', day::date, '%s', 10, 0, false, 0, false, false, 1 from (select generate_series(date '2017-03-01', date '2017-04-30', interval '1 day') as day union all select generate_series(date '2016-03-01', date '2016-03-31', interval '1 day')) days"
                        .formatted(tenant, ROOM_TYPE, PROPERTY));
        run(
                "insert into pipeline_progress select s, '0', 1, 1, now(), now(), now() from unnest(array['warehouse-bookings', 'warehouse-properties', 'warehouse-inventory', 'search-bookings', 'search-channel-messages']) s on conflict do nothing");
    }

    private void bookings(int factor) throws SQLException {
        Booking stayed = new Booking(1, "checked-out", "Direct", "Leisure", "PT", "2017-03-06", 3, 1, 300 * factor);
        fact(stayed, "2017-02-20T10:00:00Z");
        event(stayed, "booking.requested", "2017-02-20T10:00:00Z", 0, 0);
        event(stayed, "booking.confirmed", "2017-02-20T10:00:01Z", 1, 3);
        event(stayed, "booking.checked-in", "2017-03-06T14:00:00Z", 0, 0);
        nights(stayed, "stayed");

        Booking sold = new Booking(2, "confirmed", "OTA", null, "DE", "2017-03-07", 1, 2, 240 * factor);
        fact(sold, "2017-03-01T23:30:00Z");
        event(sold, "booking.confirmed", "2017-03-01T23:30:00Z", 1, 2);
        nights(sold, "on_books");

        Booking cancelled = new Booking(3, "cancelled", "OTA", null, "DE", "2017-03-07", 2, 1, 500 * factor);
        fact(cancelled, "2017-02-01T08:00:00Z");
        event(cancelled, "booking.confirmed", "2017-02-01T08:00:00Z", 1, 2);
        event(cancelled, "booking.cancelled", "2017-03-02T08:00:00Z", -1, -2);
        nights(cancelled, "cancelled");

        Booking gone = new Booking(6, "checked-out", "Direct", "Leisure", "PT", "2016-03-07", 2, 1, 180 * factor);
        fact(gone, "2016-02-01T08:00:00Z");
        event(gone, "booking.confirmed", "2016-02-01T08:00:00Z", 1, 2);
        nights(gone, "stayed");

        Booking noShow = new Booking(4, "no-show", "Direct", "Leisure", "PT", "2017-03-06", 1, 1, 80 * factor);
        fact(noShow, "2017-02-25T08:00:00Z");
        event(noShow, "booking.confirmed", "2017-02-25T08:00:00Z", 1, 1);
        event(noShow, "booking.no-show", "2017-03-06T23:30:00Z", -1, -1);
        nights(noShow, "no_show");
    }

    private record Booking(
            int number,
            String status,
            String channel,
            @Nullable String market,
            String country,
            String arrival,
            int nights,
            int rooms,
            int total) {

        LocalDate from() {
            return LocalDate.parse(arrival);
        }
    }

    private void fact(Booking booking, String bookedAt) throws SQLException {
        Instant booked = Instant.parse(bookedAt);
        boolean stayed = booking.status().equals("checked-out");
        run("""
                insert into fact_booking (tenant, booking_id, version, status, is_on_books, is_cancelled, is_no_show, is_stayed,
                  property_id, room_type_id, channel, market, country, reference, booked_at, booked_on, arrival, departure, rooms,
                  room_nights, adults, children, infants, total_amount, currency, changes, special_requests, parking_spaces,
                  confirmed_at, updated_at, recorded_at)
                values ('%s', '%s', 3, '%s', %s, %s, %s, %s, '%s', '%s', '%s', %s, '%s', 'REF-%d', '%s', '%s', '%s', '%s', %d,
                  %d, 2, 0, 0, %d, 'EUR', 0, 0, 0, '%s', '%s', '%s')""".formatted(
                        tenant,
                        booking(booking.number()),
                        booking.status(),
                        stayed || booking.status().equals("confirmed"),
                        booking.status().equals("cancelled"),
                        booking.status().equals("no-show"),
                        stayed,
                        PROPERTY,
                        ROOM_TYPE,
                        booking.channel(),
                        booking.number() == 2 || booking.number() == 3 ? "null" : "'" + booking.market() + "'",
                        booking.country(),
                        booking.number(),
                        booked,
                        LocalDate.ofInstant(booked, ZoneOffset.UTC),
                        booking.arrival(),
                        booking.from().plusDays(booking.nights()),
                        booking.rooms(),
                        booking.rooms() * booking.nights(),
                        booking.total(),
                        booked,
                        booked,
                        booked));
    }

    /** An event, and what it moved in each night of the booking. */
    private void event(Booking booking, String type, String at, int bookings, int roomNights) throws SQLException {
        ordering++;
        Instant occurred = Instant.parse(at);
        LocalDate day = LocalDate.ofInstant(occurred, ZoneOffset.UTC);
        run("""
                insert into fact_booking_event (tenant, booking_id, sequence_number, tx_id, ordering, type, status, occurred_at,
                  occurred_on, recorded_at, actor, source, property_id, room_type_id, channel, country, arrival, departure,
                  bookings_delta, room_nights_delta, revenue_delta, currency)
                values ('%s', '%s', %d, 1, %d, '%s', 'confirmed', '%s', '%s', now(), 'key:x', 'http', '%s', '%s', '%s', '%s',
                  '%s', '%s', %d, %d, 0, 'EUR')""".formatted(
                        tenant,
                        booking(booking.number()),
                        ordering,
                        ordering,
                        type,
                        occurred,
                        day,
                        PROPERTY,
                        ROOM_TYPE,
                        booking.channel(),
                        booking.country(),
                        booking.arrival(),
                        booking.from().plusDays(booking.nights()),
                        bookings,
                        roomNights));
        for (int night = 0; night < booking.nights() && roomNights != 0; night++) {
            int rooms = roomNights / booking.nights();
            run(
                    "insert into fact_night_movement values ('%s', '%s', %d, '%s', '%s', '%s', '%s', null, '%s', '%s', %d, %d, 'EUR')"
                            .formatted(
                                    tenant,
                                    booking(booking.number()),
                                    ordering,
                                    booking.from().plusDays(night),
                                    ROOM_TYPE,
                                    PROPERTY,
                                    booking.channel(),
                                    occurred,
                                    day,
                                    rooms,
                                    Integer.signum(rooms) * booking.total() / booking.nights()));
        }
    }

    private void nights(Booking booking, String status) throws SQLException {
        BigDecimal share = BigDecimal.valueOf(booking.total() / (booking.nights() * booking.rooms()));
        for (int line = 1; line <= booking.rooms(); line++) {
            for (int night = 0; night < booking.nights(); night++) {
                run("""
                        insert into fact_stay_night (tenant, booking_id, line, night, status, property_id, room_type_id, channel,
                          market, country, adults, children, infants, revenue, currency, booked_on, version)
                        values ('%s', '%s', %d, '%s', '%s', '%s', '%s', '%s', %s, '%s', 2, 0, 0, %s, 'EUR', '2017-01-01', 1)""".formatted(
                                tenant,
                                booking(booking.number()),
                                line,
                                booking.from().plusDays(night),
                                status,
                                PROPERTY,
                                ROOM_TYPE,
                                booking.channel(),
                                booking.channel().equals("OTA") ? "null" : "'" + booking.market() + "'",
                                booking.country(),
                                share.toPlainString()));
            }
        }
    }

    private void run(String sql) throws SQLException {
        statement.execute(sql);
    }
}
