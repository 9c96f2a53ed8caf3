package io.waymark.channels.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.freerooms.FreeRooms;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Count;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.CountType;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Entry;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Scope;
import io.waymark.channels.endpoint.FreeRoomsPlan.Slot;
import io.waymark.channels.port.Hotel;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.kernel.DateRange;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreeRoomsPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final Hotel.Room DOUBLE = new Hotel.Room("rmt_d", "DZ", "Double", 2);
    private static final Hotel.Room SINGLE = new Hotel.Room("rmt_s", "EZ", "Single", 1);
    private static final Hotel HOTEL =
            new Hotel("prp_x", "H1", "House", Currency.getInstance("EUR"), List.of(DOUBLE, SINGLE));

    @Test
    void aDeltaTouchesOnlyWhatItMentions() {
        FreeRoomsPlan plan = plan(false, entry("DZ", null, 5, 9, 3));

        assertThat(plan.slots()).isEqualTo(Map.of(DOUBLE, List.of(new Slot(march(5, 10), 3, null))));
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void aCompleteSetTakesOffSaleWhatItDoesNotMention() {
        FreeRoomsPlan plan = plan(true, season(20, 25), entry("DZ", null, 5, 9, 3));

        DateRange window = new DateRange(TODAY, TODAY.plusYears(2));
        assertThat(plan.slots())
                .isEqualTo(Map.of(
                        DOUBLE,
                        List.of(
                                new Slot(window, 0, false),
                                new Slot(march(20, 26), 0, true),
                                new Slot(march(5, 10), 3, null)),
                        SINGLE,
                        List.of(new Slot(window, 0, false), new Slot(march(20, 26), 0, true))));
    }

    @Test
    void countsTheRoomsOfACategoryInACompleteSet() {
        FreeRoomsPlan plan = plan(true, entry("DZ", "101", 5, 6, 1), entry("DZ", "102", 6, 6, 1));

        assertThat(plan.slots().get(DOUBLE)).contains(new Slot(march(5, 6), 1, null), new Slot(march(6, 7), 2, null));
    }

    @Test
    void leavesOutWhatItDoesNotKnowAndSaysSo() {
        FreeRoomsPlan plan = plan(false, entry("SUITE", null, 5, 6, 1), entry("DZ", null, 5, 6, 1));

        assertThat(plan.slots()).containsOnlyKeys(DOUBLE);
        assertThat(plan.warnings()).singleElement().asString().contains("SUITE");
        assertThat(plan(false, entry("DZ", "101", 5, 6, 1)).warnings())
                .singleElement()
                .asString()
                .contains("complete sets only");
    }

    @Test
    void whatIsTakenComesOnTopOfWhatIsFree() {
        TreeMap<LocalDate, Integer> occupied = new TreeMap<>(Map.of(
                LocalDate.of(2027, 3, 6), 2,
                LocalDate.of(2027, 3, 7), 2,
                LocalDate.of(2027, 3, 8), 1,
                LocalDate.of(2027, 3, 12), 5));

        List<CalendarChange> changes = FreeRoomsPlan.changes(List.of(new Slot(march(5, 10), 3, null)), occupied);

        assertThat(changes).containsExactly(change(5, 10, 3), change(6, 8, 5), change(8, 9, 4));
    }

    private static FreeRoomsPlan plan(boolean complete, Entry... entries) {
        return FreeRoomsPlan.of(
                new FreeRooms(complete, new HotelReference("H1", null), List.of(entries)), HOTEL, TODAY);
    }

    private static Entry season(int from, int to) {
        return new Entry(new Scope(day(from), day(to), null, null, true), null);
    }

    private static Entry entry(String code, @Nullable String room, int from, int to, int rooms) {
        return new Entry(
                new Scope(day(from), day(to), code, room, false), List.of(new Count(CountType.BOOKABLE, rooms)));
    }

    private static CalendarChange change(int from, int to, int capacity) {
        return new CalendarChange(march(from, to), capacity, null, null, null, null, null);
    }

    private static DateRange march(int from, int to) {
        return new DateRange(day(from), day(to));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2027, 3, day);
    }
}
