package io.waymark.launcher.verify;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChanged;
import io.waymark.events.inventory.RoomTypeEvent.ChangeAdopted;
import io.waymark.events.inventory.RoomTypeEvent.ChangeHeld;
import io.waymark.events.inventory.RoomTypeEvent.ChangeWithdrawn;
import io.waymark.events.inventory.RoomTypeEvent.HoldConfirmed;
import io.waymark.events.inventory.RoomTypeEvent.HoldExtended;
import io.waymark.events.inventory.RoomTypeEvent.RoomTypeOpened;
import io.waymark.events.inventory.RoomTypeEvent.RoomsHeld;
import io.waymark.events.inventory.RoomTypeEvent.RoomsReleased;
import io.waymark.events.inventory.RoomTypeEvent.RoomsSold;
import io.waymark.events.inventory.RoomTypeEvent.StayShortened;
import io.waymark.kernel.DateRange;
import io.waymark.launcher.verify.Check.Tally;
import io.waymark.launcher.verify.JournalScan.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every room type's dates counted again from its events, and looked at after every single one of them: was a date ever
 * sold beyond capacity and allowance?
 */
final class InventoryRecount implements JournalScan.Reader {

    /** A room type and one of its dates. */
    record RoomDate(String roomType, LocalDate date) {}

    /** Counts of one date. */
    static final class Day {
        int capacity;
        int allowance;
        int sold;
        int held;

        boolean oversold() {
            return sold + held > capacity + allowance;
        }
    }

    private static final class Allocation {
        DateRange nights;
        int rooms;
        boolean sold;

        @Nullable
        DateRange wanted;

        int wantedRooms;

        Allocation(DateRange nights, int rooms, boolean sold) {
            this.nights = nights;
            this.rooms = rooms;
            this.sold = sold;
        }

        /** Rooms of its own on the date. */
        int own(LocalDate date) {
            return nights.contains(date) ? rooms : 0;
        }

        /** Rooms that a change keeps beside its own until it is adopted or withdrawn. */
        int beside(LocalDate date) {
            return wanted != null && wanted.contains(date) ? Math.max(0, wantedRooms - own(date)) : 0;
        }

        Set<LocalDate> dates() {
            Set<LocalDate> dates = new HashSet<>(nights.dates().toList());
            if (wanted != null) {
                dates.addAll(wanted.dates().toList());
            }
            return dates;
        }
    }

    private final Tally oversold = new Tally("no date oversold, after any event");
    private final Map<RoomDate, Day> days =
            new TreeMap<>(java.util.Comparator.comparing(RoomDate::roomType).thenComparing(RoomDate::date));
    private final Map<String, Map<String, Allocation>> allocations = new HashMap<>();

    @Override
    public void read(Row row) {
        if (row.envelope().isPresent() && row.envelope().get().data() instanceof RoomTypeEvent event) {
            String roomType = row.persistenceId().substring(row.persistenceId().indexOf('|') + 1);
            apply(roomType, allocations.computeIfAbsent(roomType, key -> new HashMap<>()), event);
        }
    }

    /** The counts of each date that was ever set or sold. */
    Map<RoomDate, Day> days() {
        return days;
    }

    Check check() {
        return oversold.check();
    }

    private void apply(String roomType, Map<String, Allocation> held, RoomTypeEvent event) {
        switch (event) {
            case RoomTypeOpened opened -> {}
            case CalendarChanged(var changes) -> changes.forEach(change -> change(roomType, change));
            case RoomsHeld e -> occupy(roomType, held, e.holdId(), new Allocation(e.nights(), e.rooms(), false));
            case RoomsSold e -> occupy(roomType, held, e.holdId(), new Allocation(e.nights(), e.rooms(), true));
            case HoldConfirmed e -> replace(roomType, held, e.holdId(), allocation -> allocation.sold = true);
            case HoldExtended e -> {}
            case RoomsReleased e -> {
                count(roomType, known(held, e.holdId()), -1);
                held.remove(e.holdId());
            }
            case ChangeHeld e ->
                replace(roomType, held, e.holdId(), allocation -> {
                    allocation.wanted = e.nights();
                    allocation.wantedRooms = e.rooms();
                });
            case ChangeAdopted e ->
                replace(roomType, held, e.holdId(), allocation -> {
                    if (allocation.wanted != null) {
                        allocation.nights = allocation.wanted;
                        allocation.rooms = allocation.wantedRooms;
                        allocation.wanted = null;
                    }
                });
            case ChangeWithdrawn e -> replace(roomType, held, e.holdId(), allocation -> allocation.wanted = null);
            case StayShortened e ->
                replace(
                        roomType,
                        held,
                        e.holdId(),
                        allocation -> allocation.nights = new DateRange(allocation.nights.from(), e.to()));
        }
    }

    private void occupy(String roomType, Map<String, Allocation> held, String holdId, Allocation allocation) {
        held.put(holdId, allocation);
        count(roomType, allocation, 1);
    }

    private void replace(
            String roomType,
            Map<String, Allocation> held,
            String holdId,
            java.util.function.Consumer<Allocation> change) {
        Allocation allocation = known(held, holdId);
        count(roomType, allocation, -1);
        change.accept(allocation);
        count(roomType, allocation, 1);
    }

    private void count(String roomType, Allocation allocation, int sign) {
        for (LocalDate date : allocation.dates()) {
            Day day = day(roomType, date);
            day.held += sign * allocation.beside(date);
            if (allocation.sold) {
                day.sold += sign * allocation.own(date);
            } else {
                day.held += sign * allocation.own(date);
            }
            if (sign > 0) {
                oversold.compared();
                if (day.oversold()) {
                    oversold.differs(roomType + " on " + date + ": " + (day.sold + day.held) + " of "
                            + (day.capacity + day.allowance));
                }
            }
        }
    }

    private void change(String roomType, CalendarChange change) {
        change.dates().dates().forEach(date -> {
            Day day = day(roomType, date);
            if (change.capacity() != null) {
                day.capacity = change.capacity();
            }
            if (change.allowance() != null) {
                day.allowance = change.allowance();
            }
        });
    }

    private Day day(String roomType, LocalDate date) {
        return days.computeIfAbsent(new RoomDate(roomType, date), key -> new Day());
    }

    private static Allocation known(Map<String, Allocation> held, String holdId) {
        Allocation allocation = held.get(holdId);
        if (allocation == null) {
            throw new IllegalStateException("the journal speaks of a hold that was never made: " + holdId);
        }
        return allocation;
    }
}
