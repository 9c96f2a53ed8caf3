package io.waymark.launcher.replay.capacity;

import io.waymark.kernel.DateRange;
import io.waymark.launcher.replay.schedule.Schedule;
import io.waymark.launcher.replay.schedule.Step;
import io.waymark.launcher.replay.source.Reservation;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many rooms of each kind a schedule occupies on each night, at most.
 *
 * <p>Steps are sent side by side, so within a window a room may be sold before one that was given back earlier is free
 * again. The count therefore gives every room back {@code window} steps late: then it holds for every order in which the
 * steps of any window can arrive.
 */
public final class NeededRooms {

    private final DateRange span;
    private final Map<RoomKind, NightCounts> sold = new TreeMap<>();
    private final Map<RoomKind, NightCounts> stayed = new TreeMap<>();

    private NeededRooms(DateRange span) {
        this.span = span;
    }

    public static NeededRooms of(Schedule schedule, int window) {
        NeededRooms needed = new NeededRooms(span(schedule));
        for (int position = 0; position < schedule.size(); position++) {
            if (position >= window) {
                needed.giveBack(schedule.steps().get(position - window));
            }
            needed.occupy(schedule.steps().get(position));
        }
        return needed;
    }

    /** From the first arrival to the last departure. */
    public DateRange span() {
        return span;
    }

    public SortedSet<RoomKind> kinds() {
        return new TreeSet<>(sold.keySet());
    }

    /** The most rooms that are ever sold for this night at once. */
    public int sold(RoomKind kind, LocalDate night) {
        return counts(sold, kind).most(night);
    }

    /** The most rooms that guests really slept in on one night: so many there must have been. */
    public int physical(RoomKind kind) {
        return counts(stayed, kind).mostOfAll();
    }

    /** The nights that are free again once this step has happened. */
    static Optional<DateRange> givenBack(Step step) {
        Reservation reservation = step.reservation();
        return switch (step.kind()) {
            case BOOKED, CHANGED, ARRIVED -> Optional.empty();
            case CANCELLED -> Optional.of(reservation.nights());
            case DEPARTED -> rest(reservation.endedOn(), reservation);
            case NO_SHOW -> rest(reservation.arrival().plusDays(1), reservation);
        };
    }

    private static Optional<DateRange> rest(LocalDate from, Reservation reservation) {
        return from.isBefore(reservation.departure())
                ? Optional.of(new DateRange(from, reservation.departure()))
                : Optional.empty();
    }

    private void occupy(Step step) {
        Reservation reservation = step.reservation();
        RoomKind kind = RoomKind.soldTo(reservation);
        switch (step.kind()) {
            case BOOKED -> counts(sold, kind).add(reservation.nights());
            case DEPARTED -> counts(stayed, kind).add(slept(reservation));
            case CHANGED, CANCELLED, ARRIVED, NO_SHOW -> {}
        }
    }

    private void giveBack(Step step) {
        givenBack(step)
                .ifPresent(nights ->
                        counts(sold, RoomKind.soldTo(step.reservation())).remove(nights));
    }

    private static DateRange slept(Reservation reservation) {
        LocalDate left = reservation.endedOn();
        return new DateRange(
                reservation.arrival(), left.isBefore(reservation.departure()) ? left : reservation.departure());
    }

    private NightCounts counts(Map<RoomKind, NightCounts> counts, RoomKind kind) {
        return counts.computeIfAbsent(kind, absent -> new NightCounts(span));
    }

    private static DateRange span(Schedule schedule) {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (Step step : schedule.steps()) {
            DateRange nights = step.reservation().nights();
            first = nights.from().isBefore(first) ? nights.from() : first;
            last = nights.to().isAfter(last) ? nights.to() : last;
        }
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a schedule without steps has no dates");
        }
        return new DateRange(first, last);
    }
}
