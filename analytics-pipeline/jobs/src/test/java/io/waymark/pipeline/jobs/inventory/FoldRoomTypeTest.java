package io.waymark.pipeline.jobs.inventory;

import static io.waymark.pipeline.jobs.Stories.ARRIVAL;
import static io.waymark.pipeline.jobs.Stories.DOUBLE;
import static io.waymark.pipeline.jobs.Stories.PROPERTY;
import static io.waymark.pipeline.jobs.Stories.roomTypeEntity;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.events.inventory.RoomTypeEvent.RoomTypeOpened;
import io.waymark.kernel.DateRange;
import io.waymark.pipeline.jobs.Rows;
import io.waymark.pipeline.jobs.events.UnusableRows;
import io.waymark.pipeline.source.JournalRow;
import io.waymark.pipeline.warehouse.InventoryChange;
import io.waymark.pipeline.warehouse.InventoryChange.Day;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldRoomTypeTest {

    private static final RoomTypeOpened OPENED = new RoomTypeOpened(PROPERTY, "LIS", "DBL", "Double", 2);
    private static final DateRange TWO_DAYS = new DateRange(ARRIVAL, ARRIVAL.plusDays(2));

    private KeyedOneInputStreamOperatorTestHarness<String, JournalRow, InventoryChange> fold;

    @BeforeEach
    void open() throws Exception {
        fold = ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                new FoldRoomType(), JournalRow::persistenceId, Types.STRING);
    }

    @AfterEach
    void close() throws Exception {
        fold.close();
    }

    @Test
    void whatAnEventDoesNotNameStaysAsItWas() throws Exception {
        take(1, OPENED);
        take(2, new CalendarChanged(List.of(change(TWO_DAYS, 20, null))));
        take(3, new CalendarChanged(List.of(change(new DateRange(ARRIVAL, ARRIVAL.plusDays(1)), null, true))));

        InventoryChange last = fold.extractOutputValues().getLast();
        assertThat(last.version()).isEqualTo(3);
        assertThat(last.days()).containsExactly(new Day(ARRIVAL, 20, 0, true, 0, false, false));
    }

    @Test
    void laterChangesOfOneEventWin() throws Exception {
        take(1, OPENED);
        take(2, new CalendarChanged(List.of(change(TWO_DAYS, 20, null), change(TWO_DAYS, 10, null))));

        assertThat(fold.extractOutputValues().getLast().days())
                .extracting(Day::capacity)
                .containsExactly(10, 10);
    }

    @Test
    void aReplayChangesNothing() throws Exception {
        take(1, OPENED);
        take(2, new CalendarChanged(List.of(change(TWO_DAYS, 20, null))));
        take(1, OPENED);
        take(2, new CalendarChanged(List.of(change(TWO_DAYS, 20, null))));

        assertThat(fold.extractOutputValues()).hasSize(2);
    }

    @Test
    void aCalendarWithoutARoomTypeIsPutAside() throws Exception {
        take(2, new CalendarChanged(List.of(change(TWO_DAYS, 20, null))));

        assertThat(fold.extractOutputValues()).isEmpty();
        assertThat(fold.getSideOutput(UnusableRows.TAG)).hasSize(1);
    }

    private static CalendarChange change(DateRange days, @Nullable Integer capacity, @Nullable Boolean closed) {
        return new CalendarChange(days, capacity, null, closed, null, null, null);
    }

    private void take(long number, RoomTypeEvent event) throws Exception {
        fold.processElement(Rows.row(roomTypeEntity(DOUBLE), number, event), 0);
    }
}
