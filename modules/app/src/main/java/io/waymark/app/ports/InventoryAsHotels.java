package io.waymark.app.ports;

import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.port.Hotel;
import io.waymark.channels.port.Hotels;
import io.waymark.channels.port.Reservations.Outcome;
import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.events.inventory.PropertyEvent.RoomTypeOffer;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.inventory.Properties;
import io.waymark.inventory.RoomTypeCommand.ChangeCalendar;
import io.waymark.inventory.RoomTypes;
import io.waymark.inventory.availability.Availabilities;
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

/** The inventory as channels see it. */
public final class InventoryAsHotels implements Hotels {

    private final Properties properties;
    private final RoomTypes roomTypes;
    private final Availabilities availabilities;

    public InventoryAsHotels(Properties properties, RoomTypes roomTypes, Availabilities availabilities) {
        this.properties = properties;
        this.roomTypes = roomTypes;
        this.availabilities = availabilities;
    }

    @Override
    public CompletionStage<Optional<Hotel>> find(Tenant tenant, HotelReference reference) {
        return described(tenant, reference).thenApply(found -> found.map(InventoryAsHotels::hotel));
    }

    @Override
    public CompletionStage<SortedMap<LocalDate, Integer>> occupied(
            Tenant tenant, String roomTypeId, DateRange dates) {
        return availabilities.occupied(tenant, roomTypeId, dates);
    }

    @Override
    public CompletionStage<Outcome> setCalendar(String roomTypeId, List<CalendarChange> changes, Origin origin) {
        return roomTypes.ask(roomTypeId, new ChangeCalendar(changes), origin).thenApply(InventoryAsHotels::outcome);
    }

    @Override
    public CompletionStage<Outcome> setRooms(Hotel hotel, List<Hotel.Room> rooms, Origin origin) {
        return properties.find(origin.tenant(), hotel.propertyId()).thenCompose(found -> found.isEmpty()
                ? CompletableFuture.completedFuture(
                        new Outcome.Refused(Problem.of(ProblemCode.NOT_FOUND, "There is no such hotel.")))
                : properties
                        .define(withRooms(found.get(), rooms), origin)
                        .thenApply(InventoryAsHotels::outcome));
    }

    private CompletionStage<Optional<PropertyDefined>> described(Tenant tenant, HotelReference reference) {
        String code = reference.code();
        String name = reference.name();
        if (code != null && !code.isBlank()) {
            return properties.find(tenant, Properties.id(tenant, code));
        }
        return name == null || name.isBlank()
                ? CompletableFuture.completedFuture(Optional.empty())
                : properties.named(tenant, name);
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

    private static PropertyDefined withRooms(PropertyDefined property, List<Hotel.Room> rooms) {
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

    private static Outcome outcome(RoomTypes.Outcome outcome) {
        return switch (outcome) {
            case RoomTypes.Outcome.Done done -> new Outcome.Done(0);
            case RoomTypes.Outcome.Unavailable unavailable ->
                new Outcome.Refused(unavailable.shortage().problem());
            case RoomTypes.Outcome.Refused refused -> new Outcome.Refused(refused.problem());
        };
    }
}
