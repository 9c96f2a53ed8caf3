package io.waymark.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.events.Envelope;
import io.waymark.events.Event;
import io.waymark.events.JournalCodec;
import io.waymark.events.Meta;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.events.inventory.RoomTypeEvent.ChangeAdopted;
import io.waymark.events.inventory.RoomTypeEvent.ChangeHeld;
import io.waymark.events.inventory.RoomTypeEvent.ReleaseReason;
import io.waymark.events.inventory.RoomTypeEvent.RoomsReleased;
import io.waymark.events.inventory.RoomTypeEvent.RoomsSold;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Tenant;
import io.waymark.launcher.verify.InventoryRecount.RoomDate;
import io.waymark.launcher.verify.JournalScan.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecountTest {

    private static final Tenant TENANT = new Tenant("ten_01J00000000000000000000000");
    private static final String ROOM_TYPE = "RoomType|" + TENANT + ":rmt_01J00000000000000000000000";
    private static final LocalDate FIRST = LocalDate.of(2016, 5, 1);
    private static final JournalCodec CODEC = new JournalCodec();

    private String lastHash = "";
    private long revision;

    @Test
    void aChainOfUntouchedRowsIsClean() {
        HashChains chains = new HashChains();
        List.of(row(capacity(1)), row(sold("bkg_a/1", 0, 2)), row(capacity(2))).forEach(chains::read);

        assertThat(chains.check().clean()).isTrue();
        assertThat(chains.check().compared()).isEqualTo(3);
    }

    @Test
    void anEditedRowBreaksItsChain() {
        HashChains chains = new HashChains();
        Row honest = row(capacity(10));
        byte[] edited = new String(honest.payload(), StandardCharsets.UTF_8)
                .replace("\"capacity\":10", "\"capacity\":11")
                .getBytes(StandardCharsets.UTF_8);
        chains.read(new Row(
                ROOM_TYPE,
                1,
                "inventory.calendar-changed.v1",
                edited,
                CODEC.decode("inventory.calendar-changed.v1", edited)));

        assertThat(chains.check().differences()).isEqualTo(1);
        assertThat(chains.check().examples().getFirst()).endsWith("was altered after it was written");
    }

    @Test
    void aRemovedRowBreaksTheChainOfTheOneBehind() {
        HashChains chains = new HashChains();
        chains.read(row(capacity(1)));
        row(capacity(2));
        chains.read(row(capacity(3)));

        assertThat(chains.check().clean()).isFalse();
    }

    @Test
    void everyDateIsLookedAtAfterEveryEvent() {
        InventoryRecount recount = new InventoryRecount();
        List.of(
                        row(capacity(1)),
                        row(sold("bkg_a/1", 0, 2)),
                        row(sold("bkg_b/1", 1, 3)),
                        row(new RoomsReleased("bkg_b/1", ReleaseReason.CANCELLED)))
                .forEach(recount::read);

        assertThat(recount.check().differences()).isEqualTo(1);
        assertThat(recount.check().examples().getFirst()).contains("2016-05-02: 2 of 1");
    }

    @Test
    void aChangeUnderWayIsHeldBesideTheSaleAndThenTakesItsPlace() {
        InventoryRecount recount = new InventoryRecount();
        List.of(row(capacity(2)), row(sold("bkg_a/1", 0, 2)), row(new ChangeHeld("bkg_a/1", nights(1, 3), 1)))
                .forEach(recount::read);

        assertThat(counts(recount, 1)).isEqualTo("1 sold, 0 held");
        assertThat(counts(recount, 2)).isEqualTo("0 sold, 1 held");

        recount.read(row(new ChangeAdopted("bkg_a/1")));

        assertThat(counts(recount, 0)).isEqualTo("0 sold, 0 held");
        assertThat(counts(recount, 2)).isEqualTo("1 sold, 0 held");
    }

    @Test
    void aCopyMayLackNothingAndHaveNothingElse() {
        Check check = Verification.compare("copy", Map.of("a", 1, "b", 2), Map.of("a", 1, "c", 3));

        assertThat(check.differences()).isEqualTo(2);
        assertThat(check.compared()).isEqualTo(2);
    }

    private static String counts(InventoryRecount recount, int day) {
        String roomType = ROOM_TYPE.substring(ROOM_TYPE.indexOf('|') + 1);
        var counted = recount.days().get(new RoomDate(roomType, FIRST.plusDays(day)));
        return counted == null ? "never counted" : counted.sold + " sold, " + counted.held + " held";
    }

    private static CalendarChanged capacity(int rooms) {
        return new CalendarChanged(List.of(new CalendarChange(nights(0, 30), rooms, null, null, null, null, null)));
    }

    private static RoomsSold sold(String holdId, int from, int to) {
        return new RoomsSold(holdId, nights(from, to), 1);
    }

    private static DateRange nights(int from, int to) {
        return new DateRange(FIRST.plusDays(from), FIRST.plusDays(to));
    }

    private Row row(Event event) {
        Instant now = Instant.parse("2016-01-01T00:00:00Z");
        Meta meta = new Meta(
                TENANT, null, "test", null, null, "cmd_1", "", null, "test", null, null, now, now, null, Map.of(),
                false, lastHash, "");
        JournalCodec.Encoded encoded = CODEC.encode(meta, event);
        lastHash = encoded.hash();
        revision++;
        return new Row(
                ROOM_TYPE,
                revision,
                encoded.name(),
                encoded.payload(),
                Optional.of(new Envelope<>(meta.withHash(encoded.hash()), event)));
    }
}
