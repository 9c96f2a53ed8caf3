package io.waymark.channels.port;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.port.Reservations.Outcome;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;

/** Properties, their room types and calendars, as channels use them. Every call is safe to repeat. */
public interface Hotels {

    /** The property that a message is about; empty where the tenant has none with that code or name. */
    CompletionStage<Optional<Hotel>> find(Tenant tenant, HotelReference reference);

    /** How many rooms of a type are taken, by date; a date that is missing has none. */
    CompletionStage<SortedMap<LocalDate, Integer>> occupied(Tenant tenant, String roomTypeId, DateRange dates);

    /** What may be sold of a room type; empty where the tenant has none with that id. */
    CompletionStage<Optional<SellableRoom>> sellable(Tenant tenant, String roomTypeId, DateRange dates);

    /** Every room type of the tenant. */
    CompletionStage<List<String>> roomTypeIds(Tenant tenant);

    /** The tenant's now: when the latest of all that is known happened. */
    CompletionStage<Instant> now(Tenant tenant);

    /** Sets dates of a room type; of changes that meet, the later one wins. */
    CompletionStage<Outcome> setCalendar(String roomTypeId, List<CalendarChange> changes, Origin origin);

    /** Replaces the room types of a property. */
    CompletionStage<Outcome> setRooms(Hotel hotel, List<Hotel.Room> rooms, Origin origin);
}
