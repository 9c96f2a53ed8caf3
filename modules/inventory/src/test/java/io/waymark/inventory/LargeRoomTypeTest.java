package io.waymark.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.events.inventory.RoomTypeEvent.ChangeHeld;
import io.waymark.events.inventory.RoomTypeEvent.RoomsHeld;
import io.waymark.events.inventory.RoomTypeEvent.RoomsSold;
import io.waymark.inventory.RoomType.Opened;
import io.waymark.inventory.RoomTypeCommand.SellRooms;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Ids;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.Decision.Accept;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.SealedTypesModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A room type as it is after years of business. */
class LargeRoomTypeTest {

    private static final int ALLOCATIONS = 50_000;
    private static final int DATES = 3_000;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final RoomTypeRules RULES = new RoomTypeRules();

    @Test
    void survivesASnapshot() throws IOException {
        RoomType roomType = afterYears();
        ObjectMapper snapshots = new CBORMapper()
                .registerModules(new JavaTimeModule(), new ParameterNamesModule(), new SealedTypesModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        byte[] snapshot = snapshots.writerFor(RoomType.class).writeValueAsBytes(roomType);
        RoomType restored = snapshots.readValue(snapshot, RoomType.class);

        assertThat(restored).isEqualTo(roomType);
        assertThat(((Opened) restored).allocations().expired(Drive.NOON.plusSeconds(10)))
                .isEqualTo(((Opened) roomType).allocations().expired(Drive.NOON.plusSeconds(10)))
                .isNotEmpty();
    }

    @Test
    void sellsOnWithoutForgettingAnything() {
        Opened roomType = (Opened) afterYears();
        DateRange nights = new DateRange(FIRST.plusDays(1_500), FIRST.plusDays(1_503));

        Decision<RoomTypeEvent> decision = RULES.decide(
                roomType, new SellRooms("new", nights, 1, Enforcement.ENFORCE), new Moment(Drive.NOON, Drive.NOON));

        assertThat(decision).isInstanceOf(Accept.class);
        assertThat(roomType.allocations().byHoldId()).hasSize(ALLOCATIONS);
        assertThat(roomType.calendar().days()).hasSize(DATES);
    }

    private static RoomType afterYears() {
        RandomGenerator random = new Random(7);
        RoomType roomType = evolve(
                Drive.withRooms(0).state(),
                new CalendarChanged(List.of(new CalendarChange(
                        new DateRange(FIRST, FIRST.plusDays(DATES)), 1_000, 0, false, 0, false, false))));
        for (int i = 0; i < ALLOCATIONS; i++) {
            roomType = evolve(roomType, taken(i, random));
        }
        return evolve(roomType, new ChangeHeld(id(1), new DateRange(FIRST, FIRST.plusDays(2)), 1));
    }

    private static RoomType evolve(RoomType roomType, RoomTypeEvent event) {
        return RULES.evolve(roomType, event, Drive.NOON);
    }

    private static RoomTypeEvent taken(int number, RandomGenerator random) {
        LocalDate arrival = FIRST.plusDays(random.nextInt(DATES - 14));
        DateRange nights = new DateRange(arrival, arrival.plusDays(random.nextInt(14)));
        return number % 1_000 == 0
                ? new RoomsHeld(id(number), nights, 1, Drive.NOON.plusSeconds(number / 1_000))
                : new RoomsSold(id(number), nights, 1);
    }

    private static String id(int number) {
        return Ids.derived("bkg", Integer.toString(number)) + "/1";
    }
}
