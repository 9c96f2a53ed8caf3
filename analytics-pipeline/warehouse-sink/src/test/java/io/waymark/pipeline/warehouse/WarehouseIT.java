package io.waymark.pipeline.warehouse;

import static io.waymark.pipeline.warehouse.Changes.confirmed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.events.JournalPosition;
import io.waymark.kernel.Money;
import io.waymark.pipeline.source.ChannelMessageRow;
import io.waymark.pipeline.stream.BatchStore;
import io.waymark.pipeline.stream.Progress;
import io.waymark.pipeline.warehouse.InventoryChange.Day;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarehouseIT {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final TestWarehouse warehouse = TestWarehouse.migrated();

    @Test
    void anOlderVersionNeverReplacesANewerOne() throws Exception {
        try (BatchStore<BookingChange> store = warehouse.stores().bookings().open()) {
            store.store(List.of(confirmed("bkg_1", 2, 3)));
            store.store(List.of(confirmed("bkg_1", 1, 5)));
        }

        assertThat(warehouse.query("select version, nights from fact_booking")).isEqualTo("2|3");
        assertThat(warehouse.query("select count(*) from fact_stay_night")).isEqualTo("3");
        assertThat(warehouse.query("select count(*) from fact_booking_event")).isEqualTo("2");
    }

    @Test
    void nightsThatABookingNoLongerHasAreGone() throws Exception {
        try (BatchStore<BookingChange> store = warehouse.stores().bookings().open()) {
            store.store(List.of(confirmed("bkg_1", 1, 5), confirmed("bkg_2", 1, 2)));
            store.store(List.of(confirmed("bkg_1", 2, 5, 2)));
        }

        assertThat(warehouse.query("select booking_id, count(*) from fact_stay_night group by 1 order by 1"))
                .isEqualTo("bkg_1|2\nbkg_2|2");
    }

    @Test
    void theSameBatchAgainChangesNothing() throws Exception {
        List<BookingChange> batch =
                List.of(confirmed("bkg_1", 1, 5), confirmed("bkg_1", 2, 3), confirmed("bkg_1", 2, 3));
        try (BatchStore<BookingChange> store = warehouse.stores().bookings().open()) {
            store.store(batch);
            String nights = warehouse.query("select *, xmin from fact_stay_night order by night");
            store.store(batch);

            assertThat(warehouse.query("select *, xmin from fact_stay_night order by night"))
                    .isEqualTo(nights);
        }
        assertThat(warehouse.query("select version from fact_booking")).isEqualTo("2");
        assertThat(warehouse.query("select count(*) from fact_booking_event")).isEqualTo("2");
    }

    @Test
    void whatABookingMentionsIsInItsDimension() throws Exception {
        try (BatchStore<BookingChange> store = warehouse.stores().bookings().open()) {
            store.store(List.of(confirmed("bkg_1", 1, 1)));
        }
        assertThat(warehouse.query("select name, version from dim_property")).isEqualTo("LIS|0");
        assertThat(warehouse.query("select * from quality_orphan_keys")).isEmpty();

        try (BatchStore<PropertyChange> store = warehouse.stores().properties().open()) {
            PropertyChange.RoomType roomType = new PropertyChange.RoomType("rmt_1", "DBL", "Double", 2);
            store.store(List.of(new PropertyChange(
                    1,
                    1,
                    NOON,
                    "ten_1",
                    "prp_1",
                    1,
                    "LIS",
                    "Hotel Chiado",
                    "Lisbon",
                    "EUR",
                    "Europe/Lisbon",
                    List.of(roomType))));
        }
        assertThat(warehouse.query("select property_name, room_type_name, country_name from booking"))
                .isEqualTo("Hotel Chiado|Double|Portugal");
    }

    @Test
    void aRowThatTheDatabaseRefusesIsPutAsideAlone() throws Exception {
        Money beyondAllBounds = Money.of(100, "EUR");
        BookingChange impossible = Changes.change("bkg_\0", 1, 1, beyondAllBounds);
        try (BatchStore<BookingChange> store = warehouse.stores().bookings().open()) {
            store.store(List.of(confirmed("bkg_1", 1, 1), impossible, confirmed("bkg_2", 1, 1)));
        }

        assertThat(warehouse.query("select booking_id from fact_booking order by 1"))
                .isEqualTo("bkg_1\nbkg_2");
        assertThat(warehouse.query("select stage, tenant from dead_letter")).isEqualTo("warehouse|ten_1");
    }

    @Test
    void amountsAndTimesArriveAsTheyAre() throws Exception {
        List<Money> totals = List.of(
                Money.of(0, "EUR"),
                Money.of(-1, "EUR"),
                Money.of(10_000, "EUR"),
                Money.of(-123_456_789_012_345L, "EUR"),
                Money.of(70_000, "JPY"),
                Money.of(1_234_567, "KWD"));
        try (BatchStore<BookingChange> store = warehouse.stores().bookings().open()) {
            List<BookingChange> batch = new ArrayList<>();
            totals.forEach(total -> batch.add(Changes.change("bkg_" + batch.size(), 1, 1, total)));
            store.store(batch);
        }

        assertThat(warehouse.query("select total_amount from fact_booking order by booking_id"))
                .isEqualTo("0.00\n-0.01\n100.00\n-1234567890123.45\n70000\n1234.567");
        assertThat(warehouse.query(
                        "select distinct booked_at at time zone 'UTC', arrival, lead_days from fact_booking"))
                .isEqualTo("2016-03-01 10:00:00|2016-07-01|122");
    }

    @Test
    void anEventThatCouldNotBeReadBeforeIsAddedWhenTheJournalIsReadAgain() throws Exception {
        try (BatchStore<BookingChange> store = warehouse.stores().bookings().open()) {
            store.store(List.of(confirmed("bkg_1", 1, 2), confirmed("bkg_1", 3, 2, 3)));
            store.store(List.of(confirmed("bkg_1", 1, 2), confirmed("bkg_1", 2, 2, 4), confirmed("bkg_1", 3, 4, 3)));
        }

        assertThat(warehouse.query("select sequence_number from fact_booking_event order by 1"))
                .isEqualTo("1\n2\n3");
        assertThat(warehouse.query("select version, nights from fact_booking")).isEqualTo("3|3");
        assertThat(warehouse.query("select count(*) from fact_stay_night")).isEqualTo("3");
    }

    @Test
    void theNewestDayOfACalendarStands() throws Exception {
        try (BatchStore<InventoryChange> store = warehouse.stores().inventory().open()) {
            store.store(List.of(calendar(3, 30), calendar(2, 20)));
            store.store(List.of(calendar(2, 20)));
        }

        assertThat(warehouse.query("select capacity, version from fact_inventory_day"))
                .isEqualTo("30|3");
    }

    @Test
    void messagesAndProgressAreWritten() throws Exception {
        ChannelMessageRow message = new ChannelMessageRow(
                1,
                1,
                "chm_1",
                null,
                "alpine",
                "OTA_Ping",
                "in",
                null,
                List.of("a\"b", "c,d"),
                "success",
                200,
                null,
                null,
                10L,
                20L,
                NOON,
                NOON,
                null);
        try (BatchStore<ChannelMessageRow> store =
                warehouse.stores().channelMessages().open()) {
            store.store(List.of(message));
            store.store(List.of(message));
        }
        assertThat(warehouse.query("select tenant, remote_ids[1], remote_ids[2] from fact_channel_message"))
                .isEqualTo("|a\"b|c,d");

        try (BatchStore<Progress> store = warehouse.stores().progress().open()) {
            store.store(List.of(new Progress("search", 0, new JournalPosition(7, 8), null, NOON)));
            store.store(List.of(new Progress("search", 0, new JournalPosition(7, 9), NOON, NOON)));
        }
        assertThat(warehouse.query("select sink, split, tx_id, ordering from pipeline_progress"))
                .isEqualTo("search|0|7|9");
    }

    @Test
    void checksPassOnGoodRowsAndNameBadOnes() throws Exception {
        try (BatchStore<BookingChange> store = warehouse.stores().bookings().open()) {
            store.store(List.of(confirmed("bkg_1", 1, 3)));
        }
        warehouse.execute("update fact_stay_night set revenue = revenue + 0.01 where night = '2016-07-02'");

        new QualityChecks(warehouse.database(), InstantSource.fixed(NOON)).run();

        assertThat(warehouse.query("select status, violations from data_quality_status where name = 'night-revenue'"))
                .isEqualTo("failed|1");
        assertThat(warehouse.query("select detail from data_quality_status where name = 'night-revenue'"))
                .contains("bkg_1");
        assertThat(warehouse.query("select status from data_quality_status where name = 'night-count'"))
                .isEqualTo("passed");
    }

    @Test
    void anAnalystReadsEverythingAndChangesNothing() throws Exception {
        assertThat(warehouse.analyst("select count(*) from fact_booking")).isEqualTo("0");
        assertThatThrownBy(() -> warehouse.analyst("delete from fact_booking returning 1"))
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void everyTableAndColumnSaysWhatItIs() throws Exception {
        assertThat(warehouse.query("""
                    select relation.relname, attribute.attname
                    from pg_class relation
                    left join pg_attribute attribute on attribute.attrelid = relation.oid and attribute.attnum > 0
                                                    and not attribute.attisdropped and relation.relkind = 'r'
                    where relation.relnamespace = 'warehouse'::regnamespace and relation.relkind in ('r', 'v')
                      and relation.relname <> 'flyway_schema_history'
                      and (obj_description(relation.oid) is null
                           or (attribute.attnum is not null and col_description(relation.oid, attribute.attnum) is null))""")).isEmpty();
    }

    @Test
    void theCalendarIsCompleteAndIsoSaysSo() throws Exception {
        assertThat(warehouse.query("select count(*), min(date), max(date) from dim_date"))
                .isEqualTo("8400|2013-01-01|2035-12-31");
        assertThat(
                        warehouse.query(
                                "select iso_year, iso_week, weekday_name, month_name, season from dim_date where date = '2016-01-01'"))
                .isEqualTo("2015|53|Friday|January|winter");
        assertThat(warehouse.query("select alpha3, name from dim_country where country = 'PT'"))
                .isEqualTo("PRT|Portugal");
    }

    private static InventoryChange calendar(long version, int capacity) {
        Day day = new Day(Changes.ARRIVAL, capacity, 0, false, 0, false, false);
        return new InventoryChange(1, version, NOON, "ten_1", "rmt_1", "prp_1", "DBL", "Double", version, List.of(day));
    }
}
