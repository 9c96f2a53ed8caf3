package io.waymark.sandbox.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.kernel.DateRange;
import io.waymark.sandbox.channel.Copy.Room;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTest {

    private static final Room ROOM = new Room("H", "A");
    private static final LocalDate MAY = LocalDate.of(2031, 5, 1);
    private static final DateRange WEEK = new DateRange(MAY, MAY.plusDays(7));

    private final Copy copy = new Copy();

    @Test
    void sellsOnlyWhatItWasToldAndOnlyAllNightsTogether() {
        copy.setRooms(ROOM, WEEK, 1, 1);

        assertThat(copy.take(ROOM, List.of(MAY.plusDays(6), MAY.plusDays(7)))).isFalse();
        assertThat(copy.take(ROOM, List.of(MAY, MAY.plusDays(1)))).isTrue();
        assertThat(copy.take(ROOM, List.of(MAY.plusDays(1), MAY.plusDays(2)))).isFalse();
        assertThat(rooms(MAY)).isZero();
        assertThat(rooms(MAY.plusDays(2))).isEqualTo(1);
    }

    @Test
    void aMessageThatComesLateChangesNothingWhereMessagesAreNumbered() {
        copy.setRooms(ROOM, WEEK, 5, 2);
        copy.setRooms(ROOM, WEEK, 9, 1);
        assertThat(rooms(MAY)).isEqualTo(5);

        copy.setRooms(ROOM, WEEK, 3, 0);
        assertThat(rooms(MAY)).as("a message without a number always counts").isEqualTo(3);
    }

    @Test
    void nobodyFillsItWithDatesWithoutEnd() {
        assertThat(copy.setRooms(ROOM, new DateRange(MAY, MAY.plusYears(10)), 1, 1))
                .isFalse();
        assertThat(copy.rooms()).isEmpty();
    }

    private int rooms(LocalDate date) {
        return copy.days(ROOM, new DateRange(date, date.plusDays(1)))
                .getOrDefault(date, CopyDay.UNKNOWN)
                .rooms();
    }
}
