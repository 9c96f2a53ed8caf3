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

import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.BookingEvent.BookingChanged;
import io.waymark.events.booking.BookingEvent.ChangeRequested;
import io.waymark.events.booking.BookingEvent.ConfirmationRequested;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.events.inventory.RoomTypeEvent.RoomTypeOpened;
import io.waymark.kernel.DateRange;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineIT {

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
}
