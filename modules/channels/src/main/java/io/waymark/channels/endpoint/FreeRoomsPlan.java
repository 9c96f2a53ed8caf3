package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.freerooms.FreeRooms;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.CountType;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Entry;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Scope;
import io.waymark.channels.port.Hotel;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.kernel.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What FreeRooms mean for our calendars. Pure.
 *
 * <p>A count is the number of rooms that can still be booked, as the house sees it, so the capacity of a date becomes that
 * number and what we have sold already. A complete set also takes off sale what it does not mention, two years ahead.
 *
 * @param slots by room type, later ones winning where they meet
 * @param warnings what was understood and could not be used
 */
record FreeRoomsPlan(Map<Hotel.Room, List<Slot>> slots, List<String> warnings) {

    private static final int YEARS_AHEAD = 2;

    /**
     * Nights of a room type.
     *
     * @param free rooms that can still be booked
     * @param closed whether the house is closed; null where nothing is said about that
     */
    record Slot(DateRange nights, int free, @Nullable Boolean closed) {}

    static FreeRoomsPlan of(FreeRooms message, Hotel hotel, LocalDate today) {
        Map<Hotel.Room, List<Slot>> slots = new LinkedHashMap<>();
        Set<String> warnings = new LinkedHashSet<>();
        if (message.completeSet()) {
            DateRange window = window(message, today);
            hotel.rooms().forEach(room -> slot(slots, room, new Slot(window, 0, false)));
        }
        Map<Hotel.Room, SortedMap<LocalDate, Integer>> distinct = new LinkedHashMap<>();
        for (Entry entry : message.entries()) {
            @Nullable Scope scope = entry.scope();
            if (scope == null) {
                continue;
            }
            DateRange nights = nights(scope);
            if (scope.allRooms()) {
                hotel.rooms().forEach(room -> slot(slots, room, new Slot(nights, 0, true)));
                continue;
            }
            Optional<Hotel.Room> room = hotel.room(Objects.requireNonNull(scope.roomTypeCode(), "the rules want it"));
            if (room.isEmpty()) {
                warnings.add("hotel " + hotel.code() + " has no room type '" + scope.roomTypeCode()
                        + "': its availability was left out");
            } else if (scope.roomCode() == null) {
                slot(slots, room.get(), new Slot(nights, entry.count(CountType.BOOKABLE), null));
            } else if (message.completeSet()) {
                count(distinct.computeIfAbsent(room.get(), type -> new TreeMap<>()), nights, entry);
            } else {
                warnings.add("availability of single rooms is used in complete sets only: room '" + scope.roomCode()
                        + "' was left out");
            }
        }
        distinct.forEach((room, counts) -> counts.forEach((date, free) ->
                slot(slots, room, new Slot(new DateRange(date, date.plusDays(1)), free, null))));
        return new FreeRoomsPlan(slots, List.copyOf(warnings));
    }

    /** All nights that the slots of a room type speak about. */
    static DateRange span(List<Slot> slots) {
        LocalDate from = slots.stream()
                .map(slot -> slot.nights().from())
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate to = slots.stream()
                .map(slot -> slot.nights().to())
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new DateRange(from, to);
    }

    /** The changes of a calendar that make so many rooms free beside those that are taken. */
    static List<CalendarChange> changes(List<Slot> slots, SortedMap<LocalDate, Integer> occupied) {
        List<CalendarChange> changes = new ArrayList<>();
        for (Slot slot : slots) {
            DateRange nights = slot.nights();
            changes.add(change(nights, slot.free(), slot.closed()));
            runs(occupied.subMap(nights.from(), nights.to()))
                    .forEach((run, taken) -> changes.add(change(run, slot.free() + taken, slot.closed())));
        }
        return changes;
    }

    private static CalendarChange change(DateRange nights, int capacity, @Nullable Boolean closed) {
        return new CalendarChange(nights, capacity, null, closed, null, null, null);
    }

    /** Neighbouring dates with as many rooms taken, together. */
    private static Map<DateRange, Integer> runs(SortedMap<LocalDate, Integer> occupied) {
        Map<DateRange, Integer> runs = new LinkedHashMap<>();
        @Nullable DateRange open = null;
        int count = 0;
        for (Map.Entry<LocalDate, Integer> day : occupied.entrySet()) {
            if (day.getValue() == 0) {
                continue;
            }
            boolean joins = open != null && count == day.getValue() && open.to().equals(day.getKey());
            if (!joins && open != null) {
                runs.put(open, count);
            }
            LocalDate from = joins && open != null ? open.from() : day.getKey();
            open = new DateRange(from, day.getKey().plusDays(1));
            count = day.getValue();
        }
        if (open != null) {
            runs.put(open, count);
        }
        return runs;
    }

    private static void count(SortedMap<LocalDate, Integer> counts, DateRange nights, Entry entry) {
        int rooms = entry.count(CountType.BOOKABLE);
        nights.dates().forEach(date -> counts.merge(date, rooms, Integer::sum));
    }

    private static DateRange window(FreeRooms message, LocalDate today) {
        LocalDate from = today;
        LocalDate to = today.plusYears(YEARS_AHEAD);
        for (Entry entry : message.entries()) {
            @Nullable Scope scope = entry.scope();
            if (scope != null) {
                DateRange nights = nights(scope);
                from = nights.from().isBefore(from) ? nights.from() : from;
                to = nights.to().isAfter(to) ? nights.to() : to;
            }
        }
        return new DateRange(from, to);
    }

    private static DateRange nights(Scope scope) {
        return new DateRange(
                Objects.requireNonNull(scope.start(), "the rules want it"),
                Objects.requireNonNull(scope.end(), "the rules want it").plusDays(1));
    }

    private static void slot(Map<Hotel.Room, List<Slot>> slots, Hotel.Room room, Slot slot) {
        slots.computeIfAbsent(room, type -> new ArrayList<>()).add(slot);
    }
}
