package io.waymark.pipeline.jobs.inventory;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.events.inventory.RoomTypeEvent.RoomTypeOpened;
import io.waymark.pipeline.jobs.events.Decoded;
import io.waymark.pipeline.jobs.events.EventDecoder;
import io.waymark.pipeline.jobs.events.UnusableRows;
import io.waymark.pipeline.source.JournalRow;
import io.waymark.pipeline.stream.JsonType;
import io.waymark.pipeline.warehouse.InventoryChange;
import io.waymark.pipeline.warehouse.InventoryChange.Day;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Folds the calendar of a room type, because an event names only what it changes and a row of the warehouse says it all. */
public final class FoldRoomType extends KeyedProcessFunction<String, JournalRow, InventoryChange> {

    private static final long serialVersionUID = 1;

    /** What a room type is, and up to which event its calendar is folded. */
    record RoomType(String propertyId, String code, String name, long version) {}

    @SuppressWarnings("NullAway.Init") // set by open()
    private transient EventDecoder<RoomTypeEvent> decoder;

    @SuppressWarnings("NullAway.Init") // set by open()
    private transient ValueState<RoomType> roomType;

    @SuppressWarnings("NullAway.Init") // set by open()
    private transient MapState<Long, Day> calendar;

    @Override
    public void open(OpenContext context) {
        decoder = new EventDecoder<>(RoomTypeEvent.class);
        roomType =
                getRuntimeContext().getState(new ValueStateDescriptor<>("room-type", new JsonType<>(RoomType.class)));
        calendar = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("calendar", Types.LONG, new JsonType<>(Day.class)));
    }

    @Override
    public void processElement(JournalRow row, Context context, Collector<InventoryChange> out) throws Exception {
        @Nullable RoomType before = roomType.value();
        if (before != null && row.sequenceNumber() <= before.version()) {
            return;
        }
        switch (decoder.decode(row)) {
            case Decoded.Known<RoomTypeEvent> known -> fold(before, row, known, context, out);
            case Decoded.Unreadable<RoomTypeEvent> unreadable ->
                context.output(UnusableRows.TAG, UnusableRows.letter(row, unreadable.reason()));
        }
    }

    private void fold(
            @Nullable RoomType before,
            JournalRow row,
            Decoded.Known<RoomTypeEvent> known,
            Context context,
            Collector<InventoryChange> out)
            throws Exception {
        long version = row.sequenceNumber();
        if (known.event() instanceof RoomTypeOpened opened) {
            RoomType after = new RoomType(opened.propertyId(), opened.code(), opened.name(), version);
            roomType.update(after);
            out.collect(change(after, row, known, List.of()));
        } else if (before == null) {
            context.output(UnusableRows.TAG, UnusableRows.letter(row, "the room type was never opened"));
        } else if (known.event() instanceof CalendarChanged changed) {
            RoomType after = new RoomType(before.propertyId(), before.code(), before.name(), version);
            roomType.update(after);
            out.collect(change(after, row, known, days(changed.changes())));
        }
    }

    private Collection<Day> days(List<CalendarChange> changes) throws Exception {
        Map<LocalDate, Day> changed = new TreeMap<>();
        for (CalendarChange change : changes) {
            for (LocalDate date : change.dates().dates().toList()) {
                Day day = apply(
                        change,
                        Objects.requireNonNullElseGet(
                                calendar.get(date.toEpochDay()), () -> new Day(date, 0, 0, false, 0, false, false)));
                calendar.put(date.toEpochDay(), day);
                changed.put(date, day);
            }
        }
        return changed.values();
    }

    private static Day apply(CalendarChange change, Day day) {
        return new Day(
                day.date(),
                Objects.requireNonNullElse(change.capacity(), day.capacity()),
                Objects.requireNonNullElse(change.allowance(), day.allowance()),
                Objects.requireNonNullElse(change.closed(), day.closed()),
                Objects.requireNonNullElse(change.minStay(), day.minStay()),
                Objects.requireNonNullElse(change.closedToArrival(), day.closedToArrival()),
                Objects.requireNonNullElse(change.closedToDeparture(), day.closedToDeparture()));
    }

    private static InventoryChange change(
            RoomType roomType, JournalRow row, Decoded.Known<RoomTypeEvent> known, Collection<Day> days) {
        return new InventoryChange(
                row.txId(),
                row.ordering(),
                row.recordedAt(),
                known.entity().tenant(),
                known.entity().id(),
                roomType.propertyId(),
                roomType.code(),
                roomType.name(),
                row.sequenceNumber(),
                List.copyOf(days));
    }
}
