package io.waymark.channels.alpinebits.freerooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.Samples;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.Wire;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Count;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.CountType;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Entry;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Scope;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeRoomsRulesTest {

    private static final HotelReference HOTEL = new HotelReference("H1", null);

    @Test
    void acceptsACompleteSetWithClosingSeasonsOnTop() {
        assertReasons(complete(season(1, 10), category("DZ", 11, 20, 3), category("EZ", 11, 20, 1)))
                .isEmpty();
    }

    @Test
    void acceptsTheResetOfEverything() {
        assertReasons(complete(new Entry(null, null))).isEmpty();
    }

    @Test
    void refusesAnEmptyElementThatResetsNothing() {
        assertReasons(delta(new Entry(null, null))).singleElement().asString().contains("StatusApplicationControl");
        assertReasons(complete(new Entry(null, null), category("DZ", 1, 2, 1))).isNotEmpty();
    }

    @Test
    void wantsAHotel() {
        FreeRooms message = new FreeRooms(true, new HotelReference(null, " "), List.of(category("DZ", 1, 2, 1)));

        assertReasons(message).containsExactly("HotelCode or HotelName must be given");
    }

    @Test
    void wantsDaysInOrder() {
        assertReasons(delta(category("DZ", 5, 4, 1))).singleElement().asString().contains("before it starts");
        assertReasons(complete(season(5, 4))).singleElement().asString().contains("before it starts");
        assertReasons(delta(category("DZ", 5, 5, 1))).isEmpty();
    }

    @Test
    void refusesOverlapsOfOneKindOnly() {
        assertReasons(complete(category("DZ", 1, 10, 1), category("DZ", 10, 12, 1)))
                .singleElement()
                .asString()
                .contains("category DZ")
                .contains("overlap");
        assertReasons(complete(category("DZ", 1, 10, 1), category("EZ", 10, 12, 1), category("DZ", 11, 12, 2)))
                .isEmpty();
        assertReasons(complete(season(1, 10), season(10, 12)))
                .singleElement()
                .asString()
                .contains("closing seasons");
    }

    @Test
    void refusesRoomsThatAreBookableWhileTheHouseIsClosed() {
        assertReasons(complete(season(1, 10), category("DZ", 9, 12, 1)))
                .singleElement()
                .asString()
                .contains("closing season");
        assertReasons(complete(season(1, 10), category("DZ", 9, 12, 0))).isEmpty();
    }

    @Test
    void refusesClosingSeasonsInDeltasOrWithDetails() {
        assertReasons(delta(season(1, 10))).singleElement().asString().contains("CompleteSet");
        assertReasons(complete(new Entry(scope(1, 2, "DZ", null, true), null)))
                .singleElement()
                .asString()
                .contains("whole house");
        assertReasons(complete(new Entry(scope(1, 2, null, null, true), List.of(bookable(1)))))
                .singleElement()
                .asString()
                .contains("no InvCounts");
    }

    @Test
    void refusesCategoriesBesideRooms() {
        assertReasons(complete(category("DZ", 1, 2, 1), room("DZ", "101", 3, 4, 1)))
                .singleElement()
                .asString()
                .contains("categories or about distinct rooms");
    }

    @Test
    void wantsACategory() {
        assertReasons(delta(new Entry(scope(1, 2, null, null, false), List.of(bookable(1)))))
                .singleElement()
                .asString()
                .contains("InvTypeCode");
        assertReasons(delta(new Entry(scope(1, 2, null, "101", false), List.of(bookable(1)))))
                .singleElement()
                .asString()
                .contains("InvTypeCode");
    }

    @Test
    void countsEachKindOnce() {
        assertReasons(delta(new Entry(scope(1, 2, "DZ", null, false), List.of(bookable(1), bookable(2)))))
                .singleElement()
                .asString()
                .contains("CountType 2");
        assertReasons(delta(new Entry(
                        scope(1, 2, "DZ", null, false),
                        List.of(
                                bookable(1),
                                new Count(CountType.OUT_OF_ORDER, 2),
                                new Count(CountType.OUT_OF_MARKET, 3)))))
                .isEmpty();
    }

    @Test
    void aRoomIsOneRoom() {
        assertReasons(delta(room("DZ", "101", 1, 2, 2)))
                .singleElement()
                .asString()
                .contains("cannot count");
        assertReasons(delta(room("DZ", "101", 1, 2, 1), room("DZ", "102", 1, 2, 0)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages/FreeRooms-OTA_HotelInvCountNotifRQ-closing_seasons.xml",
                "rules/freerooms/HotelAvailNotifRQ_ok_complete-set-and-rooms.xml",
                "rules/freerooms/HotelAvailNotifRQ_ok_delta-and-rooms.xml",
                "rules/freerooms/HotelAvailNotifRQ_support_out-of-market.xml"
            })
    void survivesTheWire(String sample) {
        FreeRooms message = FreeRoomsXml.read(Wire.read(Samples.bytes(sample)));

        assertThat(FreeRoomsXml.read(Wire.over(FreeRoomsXml.write(message)))).isEqualTo(message);
    }

    private static ListAssert<String> assertReasons(FreeRooms message) {
        return assertThat(FreeRoomsRules.violations(message).stream()
                .map(Violation::reason)
                .toList());
    }

    private static FreeRooms complete(Entry... entries) {
        return new FreeRooms(true, HOTEL, List.of(entries));
    }

    private static FreeRooms delta(Entry... entries) {
        return new FreeRooms(false, HOTEL, List.of(entries));
    }

    private static Entry season(int from, int to) {
        return new Entry(scope(from, to, null, null, true), null);
    }

    private static Entry category(String code, int from, int to, int rooms) {
        return new Entry(scope(from, to, code, null, false), List.of(bookable(rooms)));
    }

    private static Entry room(String code, String room, int from, int to, int rooms) {
        return new Entry(scope(from, to, code, room, false), List.of(bookable(rooms)));
    }

    private static Count bookable(int rooms) {
        return new Count(CountType.BOOKABLE, rooms);
    }

    private static Scope scope(int from, int to, @Nullable String code, @Nullable String room, boolean all) {
        return new Scope(LocalDate.of(2027, 3, from), LocalDate.of(2027, 3, to), code, room, all);
    }
}
