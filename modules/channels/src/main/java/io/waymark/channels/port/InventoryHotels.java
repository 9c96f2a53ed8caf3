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
import io.waymark.inventory.availability.Availability.RoomTypeDays;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The properties, room types and calendars of the inventory. */
public record InventoryHotels(InventoryModule inventory) implements Hotels {

    /** Within what the inventory takes in one command. */
    private static final int MOST_CHANGES = 300;

    private static final int MOST_DATES = 1_000;

    private static final int MOST_ROOM_TYPES = 5_000;

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
    public CompletionStage<Optional<SellableRoom>> sellable(Tenant tenant, String roomTypeId, DateRange dates) {
        return inventory.availabilities().ofRoomType(tenant, roomTypeId, dates).thenCompose(found -> {
            if (found.isEmpty()) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            RoomTypeDays days = found.get();
            return inventory
                    .properties()
                    .find(tenant, days.roomType().propertyId())
                    .thenApply(property -> property.map(house -> sellable(house, days)));
        });
    }

    @Override
    public CompletionStage<List<String>> roomTypeIds(Tenant tenant) {
        return inventory.availabilities().roomTypeIds(tenant, MOST_ROOM_TYPES);
    }

    @Override
    public CompletionStage<Instant> now(Tenant tenant) {
        return inventory.availabilities().now(tenant);
    }

    private static SellableRoom sellable(PropertyDefined house, RoomTypeDays days) {
        SortedMap<LocalDate, SellableRoom.Night> nights = new TreeMap<>();
        days.days()
                .forEach(dated -> nights.put(
                        dated.date(),
                        new SellableRoom.Night(
                                dated.day().capacity(),
                                dated.day().allowance(),
                                dated.day().sold() + dated.day().held(),
                                dated.day().closed(),
                                dated.day().minStay(),
                                dated.day().closedToArrival(),
                                dated.day().closedToDeparture())));
        return new SellableRoom(
                house.propertyId(),
                house.code(),
                house.currency(),
                days.roomType().roomTypeId(),
                days.roomType().code(),
                days.roomType().name(),
                nights);
    }

    /** Carried out piece by piece where there is more than the inventory takes at once; every piece can be repeated. */
    @Override
    public CompletionStage<Outcome> setCalendar(String roomTypeId, List<CalendarChange> changes, Origin origin) {
        List<CalendarChange> pieces =
                changes.stream().flatMap(InventoryHotels::pieces).toList();
        CompletionStage<Outcome> outcome = CompletableFuture.completedFuture(new Outcome.Done(0));
        for (int from = 0; from < pieces.size(); from += MOST_CHANGES) {
            List<CalendarChange> batch = pieces.subList(from, Math.min(pieces.size(), from + MOST_CHANGES));
            Origin part = origin.part(Integer.toString(from));
            outcome = outcome.thenCompose(before -> before instanceof Outcome.Refused
                    ? CompletableFuture.completedFuture(before)
                    : inventory
                            .roomTypes()
                            .ask(roomTypeId, new ChangeCalendar(List.copyOf(batch)), part)
                            .thenApply(InventoryHotels::outcome));
        }
        return outcome;
    }

    private static Stream<CalendarChange> pieces(CalendarChange change) {
        DateRange dates = change.dates();
        return Stream.iterate(dates.from(), from -> from.isBefore(dates.to()), from -> from.plusDays(MOST_DATES))
                .map(from -> {
                    LocalDate to = from.plusDays(MOST_DATES);
                    return new CalendarChange(
                            new DateRange(from, to.isBefore(dates.to()) ? to : dates.to()),
                            change.capacity(),
                            change.allowance(),
                            change.closed(),
                            change.minStay(),
                            change.closedToArrival(),
                            change.closedToDeparture());
                });
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
