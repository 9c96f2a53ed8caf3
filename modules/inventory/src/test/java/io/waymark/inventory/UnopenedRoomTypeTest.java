package io.waymark.inventory;

import static io.waymark.inventory.Drive.NOON;
import static io.waymark.inventory.Drive.capacity;
import static io.waymark.inventory.Drive.july;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.ChangeAdopted;
import io.waymark.events.inventory.RoomTypeEvent.ChangeHeld;
import io.waymark.events.inventory.RoomTypeEvent.ChangeWithdrawn;
import io.waymark.events.inventory.RoomTypeEvent.HoldConfirmed;
import io.waymark.events.inventory.RoomTypeEvent.HoldExtended;
import io.waymark.events.inventory.RoomTypeEvent.StayShortened;
import io.waymark.inventory.RoomTypeCommand.AdoptChange;
import io.waymark.inventory.RoomTypeCommand.ChangeCalendar;
import io.waymark.inventory.RoomTypeCommand.ConfirmHold;
import io.waymark.inventory.RoomTypeCommand.ExtendHold;
import io.waymark.inventory.RoomTypeCommand.HoldRooms;
import io.waymark.inventory.RoomTypeCommand.ProposeChange;
import io.waymark.inventory.RoomTypeCommand.SellRooms;
import io.waymark.inventory.RoomTypeCommand.ShortenStay;
import io.waymark.inventory.RoomTypeCommand.WithdrawChange;
import io.waymark.inventory.Shortage.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnopenedRoomTypeTest {

    static Stream<RoomTypeCommand> commandsThatNeedARoomType() {
        return Stream.of(
                new ChangeCalendar(List.of(capacity(july(1, 2), 1))),
                new HoldRooms("a", july(1, 2), 1, NOON, Enforcement.ENFORCE),
                new SellRooms("a", july(1, 1), 1, Enforcement.CAPACITY_ONLY),
                new ConfirmHold("a"),
                new ExtendHold("a", NOON),
                new ProposeChange("a", july(1, 2), 1, Enforcement.ENFORCE),
                new AdoptChange("a"),
                new WithdrawChange("a"),
                new ShortenStay("a", july(1, 2).from()));
    }

    @ParameterizedTest
    @MethodSource("commandsThatNeedARoomType")
    void whatNobodyOpenedSellsNothingNotEvenDayUse(RoomTypeCommand command) {
        assertThat(Shortage.in(new Drive().refusal(command))).contains(new Shortage(Reason.UNKNOWN_ROOM_TYPE, null));
    }

    static Stream<RoomTypeEvent> eventsThatNeedAHold() {
        return Stream.of(
                new HoldConfirmed("a"),
                new HoldExtended("a", NOON),
                new ChangeHeld("a", july(1, 2), 1),
                new ChangeAdopted("a"),
                new ChangeWithdrawn("a"),
                new StayShortened("a", july(1, 2).from()));
    }

    @ParameterizedTest
    @MethodSource("eventsThatNeedAHold")
    void aCorruptJournalStopsTheEntity(RoomTypeEvent event) {
        RoomTypeRules rules = new RoomTypeRules();

        assertThatThrownBy(() -> rules.evolve(rules.empty(), event, NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> rules.evolve(Drive.withRooms(1).state(), event, NOON))
                .isInstanceOf(IllegalStateException.class);
    }
}
