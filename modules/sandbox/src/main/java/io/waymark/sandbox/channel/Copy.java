package io.waymark.sandbox.channel;

import io.waymark.kernel.DateRange;
import io.waymark.sandbox.channel.CopyDay.CopyTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * A channel's own copy of the availability: what it was told, less what it has sold since. Rooms that a guest gives back
 * are not put back here: the house says what there is.
 */
public final class Copy {

    private static final int MOST_DATES = 1_100;

    /** A room type of a hotel. */
    public record Room(String hotel, String roomType) implements Comparable<Room> {

        @Override
        public int compareTo(Room other) {
            int byHotel = hotel.compareTo(other.hotel);
            return byHotel == 0 ? roomType.compareTo(other.roomType) : byHotel;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final SortedMap<Room, TreeMap<LocalDate, CopyDay>> rooms = new TreeMap<>();

    /**
     * Sets how many rooms may be sold.
     *
     * @param message number of the message; where the dates are from a later one nothing changes. 0 always counts
     * @return whether all dates were set
     */
    public boolean setRooms(Room room, DateRange dates, int count, long message) {
        return set(room, dates, day -> later(day.roomsFrom(), message) ? day : day.withRooms(count, message));
    }

    /** Sets prices and rules, in the same way. */
    public boolean setTerms(Room room, DateRange dates, CopyTerms terms, long message) {
        return set(room, dates, day -> later(day.termsFrom(), message) ? day : day.withTerms(terms, message));
    }

    /** Sells one room of all nights if the copy has it. */
    public boolean take(Room room, List<LocalDate> nights) {
        lock.lock();
        try {
            TreeMap<LocalDate, CopyDay> days = rooms.getOrDefault(room, new TreeMap<>());
            if (!nights.stream()
                    .allMatch(night -> days.getOrDefault(night, CopyDay.UNKNOWN).rooms() > 0)) {
                return false;
            }
            nights.forEach(night ->
                    days.computeIfPresent(night, (date, day) -> day.withRooms(day.rooms() - 1, day.roomsFrom())));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The room types that the channel was ever told about. */
    public List<Room> rooms() {
        lock.lock();
        try {
            return List.copyOf(rooms.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** What the copy says of these dates; dates that it was never told about are missing. */
    public SortedMap<LocalDate, CopyDay> days(Room room, DateRange dates) {
        lock.lock();
        try {
            return new TreeMap<>(rooms.getOrDefault(room, new TreeMap<>()).subMap(dates.from(), dates.to()));
        } finally {
            lock.unlock();
        }
    }

    /** The first and the last date that the copy has of a room type. */
    public Optional<DateRange> known(Room room) {
        lock.lock();
        try {
            TreeMap<LocalDate, CopyDay> days = rooms.getOrDefault(room, new TreeMap<>());
            return days.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DateRange(days.firstKey(), days.lastKey().plusDays(1)));
        } finally {
            lock.unlock();
        }
    }

    /** Forgets everything, as a channel that lost its database. */
    public void clear() {
        lock.lock();
        try {
            rooms.clear();
        } finally {
            lock.unlock();
        }
    }

    private boolean set(Room room, DateRange dates, UnaryOperator<CopyDay> change) {
        if (dates.days() > MOST_DATES) {
            return false;
        }
        lock.lock();
        try {
            Map<LocalDate, CopyDay> days = rooms.computeIfAbsent(room, unknown -> new TreeMap<>());
            dates.dates().forEach(date -> days.put(date, change.apply(days.getOrDefault(date, CopyDay.UNKNOWN))));
            return true;
        } finally {
            lock.unlock();
        }
    }

    private static boolean later(long known, long message) {
        return message > 0 && known > message;
    }
}
