package io.waymark.pipeline.jobs;

import static io.waymark.pipeline.jobs.Installation.eventually;
import static io.waymark.pipeline.jobs.Stories.ARRIVAL;
import static io.waymark.pipeline.jobs.Stories.DOUBLE;
import static io.waymark.pipeline.jobs.Stories.SUITE;
import static io.waymark.pipeline.jobs.Stories.bookingEntity;
import static io.waymark.pipeline.jobs.Stories.confirmed;
import static io.waymark.pipeline.jobs.Stories.details;
import static io.waymark.pipeline.jobs.Stories.held;
import static io.waymark.pipeline.jobs.Stories.house;
import static io.waymark.pipeline.jobs.Stories.propertyEntity;
import static io.waymark.pipeline.jobs.Stories.requested;
import static io.waymark.pipeline.jobs.Stories.roomTypeEntity;
import static io.waymark.pipeline.jobs.Stories.stay;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.BookingEvent.BookingChanged;
import io.waymark.events.booking.BookingEvent.ChangeRequested;
import io.waymark.events.booking.BookingEvent.ConfirmationRequested;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.events.inventory.RoomTypeEvent.RoomTypeOpened;
import io.waymark.kernel.DateRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineIT {

    private static final BookingDetails TWO_NIGHTS = details(20_000, stay(1, DOUBLE, ARRIVAL, 2));

    /** All rows of the first booking and what belongs to it, without the time of loading. */
    private static final String EVERYTHING = """
        select to_jsonb(fact_booking) - 'loaded_at' || jsonb_build_object(
                   'events', (select jsonb_agg(e order by sequence_number) from fact_booking_event e
                              where e.booking_id = fact_booking.booking_id),
                   'nights', (select jsonb_agg(n order by night) from fact_stay_night n),
                   'movements', (select jsonb_agg(m order by sequence_number, night) from fact_night_movement m),
                   'properties', (select jsonb_agg(p) from dim_property p),
                   'room types', (select jsonb_agg(r order by room_type_id) from dim_room_type r))
        from fact_booking
        where status = 'cancelled'""";

    @TempDir
    Path folder;

    @Test
    void rowsOfTheJournalBecomeFactsAndDocuments() throws Exception {
        try (Installation installation = Installation.in(folder)) {
            installation.start();
            Journal journal = installation.journal();
            journal.append(propertyEntity(), house("Hotel Chiado"));
            journal.append(
                    roomTypeEntity(DOUBLE),
                    new RoomTypeOpened(Stories.PROPERTY, "LIS", "DBL", "Double", 2),
                    new CalendarChanged(List.of(new CalendarChange(
                            new DateRange(ARRIVAL, ARRIVAL.plusDays(10)), 20, null, null, null, null, null))));
            journal.append(
                    bookingEntity(1),
                    requested(details(10_000, stay(1, DOUBLE, ARRIVAL, 3))),
                    held(),
                    new ConfirmationRequested(),
                    confirmed());
            journal.append(
                    bookingEntity(2), requested(details(30_001, stay(1, SUITE, ARRIVAL, 2))), held(), confirmed());
            journal.append(
                    bookingEntity(2),
                    new ChangeRequested("chg", details(20_001, stay(1, DOUBLE, ARRIVAL.plusDays(1), 2))),
                    new BookingChanged("chg", details(20_001, stay(1, DOUBLE, ARRIVAL.plusDays(1), 2))),
                    new BookingCancelled("plans changed"));

            eventually(() -> assertThat(installation.warehouse("select status from fact_booking order by status"))
                    .isEqualTo("cancelled\nconfirmed"));
            assertThat(installation.warehouse("select name, place from dim_property"))
                    .isEqualTo("Hotel Chiado|Lisbon");
            assertThat(installation.warehouse(
                            "select night, status, revenue from fact_stay_night where status = 'on_books' order by 1"))
                    .isEqualTo("""
                        2016-07-01|on_books|33.34
                        2016-07-02|on_books|33.33
                        2016-07-03|on_books|33.33""");
            assertThat(
                            installation.warehouse(
                                    "select sum(room_nights), sum(revenue) from fact_night_movement where occurred_at <= '2016-03-01T12:00Z'"))
                    .isEqualTo("2|300.01");
            assertThat(installation.warehouse("select sum(room_nights), sum(revenue) from fact_night_movement"))
                    .isEqualTo("3|100.00");
            eventually(() -> assertThat(
                            installation.warehouse("select count(*), sum(capacity), max(occupancy) from occupancy_day"))
                    .isEqualTo("10|200|0.0500"));
            eventually(() -> assertThat(installation.search("bookings", "/_search?q=propertyName:chiado"))
                    .contains("\"value\":2"));
            eventually(() -> assertThat(
                            installation.warehouse("select count(*) from data_quality_status where status <> 'passed'"))
                    .isEqualTo("0"));
        }
    }

    @Test
    void aLateCommitIsNotMissed() throws Exception {
        try (Installation installation = Installation.in(folder)) {
            installation.start();
            Journal journal = installation.journal();
            try (Connection late = installation.journalConnection()) {
                late.setAutoCommit(false);
                journal.append(late, bookingEntity(1), requested(details(10_000, stay(1, DOUBLE, ARRIVAL, 1))));
                journal.append(bookingEntity(2), requested(details(10_000, stay(1, DOUBLE, ARRIVAL, 1))));
                journal.append(bookingEntity(3), requested(details(10_000, stay(1, DOUBLE, ARRIVAL, 1))));
                late.commit();
            }

            eventually(() -> assertThat(installation.warehouse("select count(*) from fact_booking"))
                    .isEqualTo("3"));
        }
    }

    @Test
    void aJobTakenAwayInTheMiddleGoesOnWhereItWas() throws Exception {
        try (Installation installation = Installation.in(folder)) {
            installation.start();
            for (int number = 1; number <= 300; number++) {
                installation.journal().append(bookingEntity(number), requested(TWO_NIGHTS), held(), confirmed());
                if (number % 100 == 0) {
                    installation.stop();
                    installation.start();
                }
            }

            eventually(() -> assertThat(installation.warehouse("""
                        select (select count(*) from fact_booking where status = 'confirmed'),
                               (select count(*) from fact_booking_event),
                               (select count(*) from fact_stay_night),
                               (select sum(room_nights) from fact_night_movement)""")).isEqualTo("300|900|600|600"));
            eventually(() -> assertThat(installation.search("bookings", "/_count?q=status:confirmed"))
                    .startsWith("{\"count\":300"));
            eventually(() -> assertThat(
                            installation.warehouse(
                                    "select min(checked_at) > now() - interval '1 minute', string_agg(name, ',') filter (where status <> 'passed') from data_quality_status"))
                    .isEqualTo("t|null"));
        }
    }

    @Test
    void readingEverythingAgainChangesNothing() throws Exception {
        try (Installation installation = Installation.in(folder)) {
            installation.start();
            installation.journal().append(propertyEntity(), house("Hotel Chiado"));
            installation.journal().append(bookingEntity(1), requested(TWO_NIGHTS), held(), confirmed());
            installation.journal().append(bookingEntity(1), new BookingCancelled(null));
            eventually(() -> assertThat(installation.warehouse("select status from fact_booking"))
                    .isEqualTo("cancelled"));
            String everything = installation.warehouse(EVERYTHING);
            eventually(() -> assertThat(document(installation)).contains("\"status\":\"cancelled\""));
            String document = document(installation);

            installation.stop();
            installation.forgetCheckpoints();
            installation.start();
            installation.journal().append(bookingEntity(2), requested(TWO_NIGHTS));

            eventually(() -> assertThat(installation.warehouse("select count(*) from fact_booking"))
                    .isEqualTo("2"));
            assertThat(installation.warehouse(EVERYTHING)).isEqualTo(everything);
            assertThat(document(installation)).isEqualTo(document);
        }
    }

    @Test
    void poisonIsPutAsideAndNothingStops() throws Exception {
        try (Installation installation = Installation.in(folder)) {
            installation.start();
            Journal journal = installation.journal();
            journal.append(bookingEntity(1), requested(TWO_NIGHTS));
            journal.appendRaw(bookingEntity(1), "booking.teleported.v1", "{}");
            journal.appendRaw(bookingEntity(1), "booking.confirmed.v1", "{\"data\":\u0000");
            journal.appendRaw("Property|nobody", "inventory.property-defined.v1", "");
            journal.append(bookingEntity(2), requested(TWO_NIGHTS));
            installation.append("""
                insert into channel_message (id, tenant, direction, outcome, reason, occurred_at, received_at)
                values ('chm_1', 'ten_1', 'in', 'refused', 'unknown hotel', now(), now())""");

            eventually(() -> assertThat(installation.warehouse("select count(*) from dead_letter where stage = 'fold'"))
                    .isEqualTo("3"));
            eventually(() -> assertThat(installation.warehouse("select count(*) from fact_booking"))
                    .isEqualTo("2"));
            eventually(() -> assertThat(installation.warehouse("select message_id, outcome from fact_channel_message"))
                    .isEqualTo("chm_1|refused"));
            eventually(() -> assertThat(installation.search("channel-messages", "/_count?q=reason:hotels"))
                    .startsWith("{\"count\":1"));
        }
    }

    @Test
    void aDamagedCheckpointIsPassedOver() throws Exception {
        try (Installation installation = Installation.in(folder)) {
            installation.start();
            installation.journal().append(bookingEntity(1), requested(TWO_NIGHTS));
            eventually(() -> assertThat(installation.checkpoints()).hasSizeGreaterThanOrEqualTo(2));
            installation.stop();
            Path newest = installation.checkpoints().getLast();
            Files.writeString(newest.resolve("_metadata"), "damaged");

            installation.start();
            installation.journal().append(bookingEntity(2), requested(TWO_NIGHTS));

            eventually(() -> assertThat(installation.warehouse("select count(*) from fact_booking"))
                    .isEqualTo("2"));
        }
    }

    @Test
    void anIndexThatWasTakenAwayIsFilledAgain() throws Exception {
        try (Installation installation = Installation.in(folder)) {
            installation.start();
            installation.journal().append(bookingEntity(1), requested(TWO_NIGHTS));
            eventually(() -> assertThat(installation.checkpoints()).isNotEmpty());
            eventually(() -> assertThat(document(installation)).contains("\"found\":true"));
            installation.stop();
            installation.deleteIndex("bookings-v1-000001");

            installation.start();

            eventually(() -> assertThat(document(installation)).contains("\"found\":true"));
        }
    }

    /** The document of the first booking as it stands, with its version. */
    private static String document(Installation installation) throws Exception {
        return installation
                .search("bookings-v1-000001", "/_doc/" + Stories.TENANT.entity(Stories.booking(1)))
                .replaceAll("\"_seq_no\":\\d+,", "");
    }
}
