package io.waymark.events;

import io.waymark.events.booking.BookingEvent;
import io.waymark.events.channels.ChannelBookingEvent;
import io.waymark.events.channels.ChannelSyncEvent;
import io.waymark.events.channels.HotelListingEvent;
import io.waymark.events.channels.RatePlanEvent;
import io.waymark.events.inventory.PropertyEvent;
import io.waymark.events.inventory.RoomTypeEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every event type by its stable name. The sealed interfaces know their own records, so nothing is listed twice; a
 * missing or doubled name fails at start.
 */
public final class EventCatalog {

    private static final List<Class<? extends Event>> CONTEXTS = List.of(
            PropertyEvent.class,
            RoomTypeEvent.class,
            BookingEvent.class,
            ChannelBookingEvent.class,
            RatePlanEvent.class,
            HotelListingEvent.class,
            ChannelSyncEvent.class);

    private static final EventCatalog ALL = new EventCatalog(CONTEXTS);

    private final Map<String, Class<? extends Event>> typesByName = new HashMap<>();
    private final Map<Class<?>, String> namesByType = new HashMap<>();

    EventCatalog(List<Class<? extends Event>> contexts) {
        contexts.forEach(this::register);
    }

    public static EventCatalog all() {
        return ALL;
    }

    /** The names of all events, in no particular order. */
    public Collection<String> names() {
        return List.copyOf(typesByName.keySet());
    }

    /** The event type of this name; empty for a name of a later release. */
    public Optional<Class<? extends Event>> type(String name) {
        return Optional.ofNullable(typesByName.get(name));
    }

    /** The name under which the event is journalled. */
    public String name(Event event) {
        @Nullable String name = namesByType.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " is not in the catalog");
        }
        return name;
    }

    private void register(Class<? extends Event> context) {
        for (Class<?> member : context.getPermittedSubclasses()) {
            Class<? extends Event> type = member.asSubclass(Event.class);
            @Nullable EventName name = type.getAnnotation(EventName.class);
            if (name == null) {
                throw new IllegalStateException(type.getName() + " has no @EventName");
            }
            if (typesByName.put(name.value(), type) != null) {
                throw new IllegalStateException("two events are called " + name.value());
            }
            namesByType.put(type, name.value());
        }
    }
}
