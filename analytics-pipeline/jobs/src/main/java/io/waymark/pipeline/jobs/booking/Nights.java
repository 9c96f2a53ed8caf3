package io.waymark.pipeline.jobs.booking;

import io.waymark.events.booking.RoomStay;
import io.waymark.kernel.Money;
import io.waymark.pipeline.warehouse.NightMovement;
import io.waymark.pipeline.warehouse.StayNight;
import io.waymark.pipeline.warehouse.StayNight.Status;
import io.waymark.pipeline.warehouse.UtcDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The nights of a booking: which there are, what has become of each and what share of the price it carries. */
final class Nights {

    private record RoomNight(RoomStay room, LocalDate night, Status status) {}

    /** What movements are added up by, in the order in which they are written. */
    private record Cell(LocalDate night, String roomTypeId, String currency) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::night)
                .thenComparing(Cell::roomTypeId)
                .thenComparing(Cell::currency);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    private Nights() {}

    /**
     * Every room's every night, once the booking was confirmed. The total is spread over the nights that are paid for:
     * all of them, unless the guest left early; then those that were stayed.
     */
    static List<StayNight> of(FoldedBooking booking) {
        if (booking.milestones().confirmedAt() == null) {
            return List.of();
        }
        List<RoomNight> nights = roomNights(booking);
        boolean leftEarly = booking.onBooks() && nights.stream().anyMatch(Nights::isOccupied);
        long paid = leftEarly ? nights.stream().filter(Nights::isOccupied).count() : nights.size();
        if (paid == 0) {
            return List.of();
        }
        Money total = booking.agreed().total();
        Iterator<Money> shares = total.split(Math.toIntExact(paid)).iterator();
        Money nothing = Money.zero(total.currency());
        List<StayNight> result = new ArrayList<>(nights.size());
        for (RoomNight night : nights) {
            result.add(stayNight(booking, night, !leftEarly || isOccupied(night) ? shares.next() : nothing));
        }
        return List.copyOf(result);
    }

    /** What has to be put on the books and taken off them to get from one list of nights to the other. */
    static List<NightMovement> movements(List<StayNight> before, List<StayNight> after) {
        Map<Cell, NightMovement> movements = new TreeMap<>();
        before.forEach(night -> move(movements, night, -1));
        after.forEach(night -> move(movements, night, 1));
        return movements.values().stream()
                .filter(movement ->
                        movement.roomNights() != 0 || movement.revenue().amountMinor() != 0)
                .toList();
    }

    private static void move(Map<Cell, NightMovement> movements, StayNight night, int direction) {
        if (night.status().occupied()) {
            NightMovement movement = new NightMovement(
                    night.night(),
                    night.roomTypeId(),
                    direction,
                    night.revenue().times(direction));
            String currency = night.revenue().currency().getCurrencyCode();
            movements.merge(new Cell(night.night(), night.roomTypeId(), currency), movement, Nights::sum);
        }
    }

    private static NightMovement sum(NightMovement a, NightMovement b) {
        return new NightMovement(
                a.night(),
                a.roomTypeId(),
                a.roomNights() + b.roomNights(),
                a.revenue().plus(b.revenue()));
    }

    private static boolean isOccupied(RoomNight night) {
        return night.status().occupied();
    }

    private static List<RoomNight> roomNights(FoldedBooking booking) {
        return booking.agreed().rooms().stream()
                .flatMap(room -> room.nights().dates().map(night -> new RoomNight(room, night, status(booking, night))))
                .toList();
    }

    private static Status status(FoldedBooking booking, LocalDate night) {
        return switch (booking.beforeChange()) {
            case CONFIRMED, CHANGING -> Status.ON_BOOKS;
            case CHECKED_IN -> Status.STAYED;
            case CHECKED_OUT -> isBefore(night, booking.outcome().departedOn()) ? Status.STAYED : Status.CANCELLED;
            case NO_SHOW -> Status.NO_SHOW;
            case REQUESTED, HELD, CANCELLED, REFUSED, EXPIRED -> Status.CANCELLED;
        };
    }

    private static boolean isBefore(LocalDate night, @Nullable LocalDate departedOn) {
        return departedOn == null || night.isBefore(departedOn);
    }

    private static StayNight stayNight(FoldedBooking booking, RoomNight night, Money revenue) {
        Agreed agreed = booking.agreed();
        RoomStay room = night.room();
        return new StayNight(
                room.line(),
                night.night(),
                night.status(),
                agreed.propertyId(),
                room.roomTypeId(),
                room.roomTypeCode(),
                agreed.sale().channel(),
                agreed.sale().market(),
                agreed.country(),
                room.adults(),
                room.children(),
                room.infants(),
                revenue,
                UtcDates.of(booking.milestones().bookedAt()));
    }
}
