package io.waymark.pipeline.jobs;

import io.waymark.events.Event;
import io.waymark.events.EventCatalog;
import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.events.inventory.RoomTypeEvent.RoomTypeOpened;
import io.waymark.pipeline.source.JournalRow;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends each row to those who fold its kind of entity, by name alone. Entities that neither search nor the warehouse shows
 * are left out; so are the holds and sales of room types, which say nothing that the bookings do not say.
 */
final class RouteRow extends ProcessFunction<JournalRow, JournalRow> {

    static final OutputTag<JournalRow> PROPERTIES = tag("properties");
    static final OutputTag<JournalRow> ROOM_TYPES = tag("room-types");

    private static final long serialVersionUID = 1;

    private static final Set<Class<? extends RoomTypeEvent>> CALENDAR =
            Set.of(RoomTypeOpened.class, CalendarChanged.class);

    @Override
    public void processElement(JournalRow row, Context context, Collector<JournalRow> bookings) {
        switch (row.entityType()) {
            case "Booking" -> bookings.collect(row);
            case "Property" -> context.output(PROPERTIES, row);
            case "RoomType" -> {
                if (concernsCalendar(row)) {
                    context.output(ROOM_TYPES, row);
                }
            }
            default -> {
                // Nothing of it is shown.
            }
        }
    }

    /** A name that nobody knows does concern: the fold will say that it is unknown. */
    private static boolean concernsCalendar(JournalRow row) {
        Optional<Class<? extends Event>> type = EventCatalog.all().type(row.eventName());
        return type.isEmpty() || CALENDAR.contains(type.get());
    }

    private static OutputTag<JournalRow> tag(String name) {
        return new OutputTag<>(name, TypeInformation.of(JournalRow.class));
    }
}
