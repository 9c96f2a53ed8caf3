package io.waymark.channels.port;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.port.Reservations.Outcome;
import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.inventory.InventoryModule;
import io.waymark.inventory.Properties;
import io.waymark.inventory.RoomTypeCommand.ChangeCalendar;
import io.waymark.inventory.RoomTypes;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The properties, room types and calendars of the inventory. */
public record InventoryHotels(InventoryModule inventory) implements Hotels {

    @Override
    public CompletionStage<Optional<Hotel>> find(Tenant tenant, HotelReference reference) {
        @Nullable String code = reference.code();
        @Nullable String name = reference.name();
        if (code != null) {
            // A line feed separates the parts of derived ids, so no code of ours has one.
            return code.contains("\n")
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : inventory
                            .properties()
                            .find(tenant, Properties.id(tenant, code))
                            .thenApply(found -> found.map(InventoryHotels::hotel));
        }
        return name == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : inventory.properties().named(tenant, name).thenApply(found -> found.map(InventoryHotels::hotel));
    }

    @Override
    public CompletionStage<SortedMap<LocalDate, Integer>> occupied(Tenant tenant, String roomTypeId, DateRange dates) {
        return inventory.availabilities().occupied(tenant, roomTypeId, dates);
    }

    @Override
    public CompletionStage<Outcome> setCalendar(String roomTypeId, List<CalendarChange> changes, Origin origin) {
        return inventory
                .roomTypes()
                .ask(roomTypeId, new ChangeCalendar(changes), origin)
                .thenApply(InventoryHotels::outcome);
    }

    @Override
    public CompletionStage<Outcome> setRooms(Hotel hotel, List<Hotel.Room> rooms, Origin origin) {
        return inventory
                .properties()
                .find(origin.tenant(), hotel.propertyId())
                .thenCompose(found -> found.isEmpty()
                        ? CompletableFuture.completedFuture(
                                new Outcome.Refused(Problem.of(ProblemCode.NOT_FOUND, "There is no such property.")))
                        : inventory
                                .properties()
                                .define(with(found.get(), rooms), origin)
                                .thenApply(InventoryHotels::outcome));
    }

    private static PropertyDefined with(PropertyDefined property, List<Hotel.Room> rooms) {
        return new PropertyDefined(
                property.propertyId(),
                property.code(),
                property.name(),
                property.place(),
                property.currency(),
                property.timeZone(),
                rooms.stream()
                        .map(room -> new RoomTypeOffer(room.roomTypeId(), room.code(), room.name(), room.maxGuests()))
                        .toList());
    }

    private static Hotel hotel(PropertyDefined property) {
        return new Hotel(
                property.propertyId(),
                property.code(),
                property.name(),
                property.currency(),
                property.roomTypes().stream()
                        .map(room -> new Hotel.Room(room.roomTypeId(), room.code(), room.name(), room.maxGuests()))
                        .toList());
    }

    private static Outcome outcome(RoomTypes.Outcome outcome) {
        return switch (outcome) {
            case RoomTypes.Outcome.Done done -> new Outcome.Done(0);
            case RoomTypes.Outcome.Refused(Problem problem) -> new Outcome.Refused(problem);
            case RoomTypes.Outcome.Unavailable unavailable ->
                new Outcome.Refused(Problem.of(
                        ProblemCode.RESTRICTED, unavailable.shortage().toString()));
        };
    }
}
