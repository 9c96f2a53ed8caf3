package io.waymark.inventory;

import io.waymark.inventory.Shortage.Reason;
import io.waymark.kernel.DateRange;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calendar's rules about when a stay may be sold.
 *
 * <p>A change of a sale meets only the rules of what it changes: nobody has to leave a night that was closed after they
 * had bought it.
 */
final class Restrictions {

    private Restrictions() {}

    /**
     * The first rule that forbids these nights.
     *
     * @param before nights that the guest already has; null for a new stay
     */
    static Optional<Shortage> forbidding(Calendar calendar, @Nullable DateRange before, DateRange nights) {
        LocalDate arrival = nights.from();
        LocalDate departure = nights.to();
        boolean newArrival = before == null || !before.from().equals(arrival);
        boolean newDeparture = before == null || !before.to().equals(departure);
        return closed(calendar, before, nights)
                .or(() -> when(newArrival && calendar.on(arrival).closedToArrival(), Reason.CLOSED_TO_ARRIVAL, arrival))
                .or(() -> when(
                        newDeparture && calendar.on(departure).closedToDeparture(),
                        Reason.CLOSED_TO_DEPARTURE,
                        departure))
                .or(() -> when(tooShort(calendar, before, nights), Reason.MIN_STAY, arrival));
    }

    /** Day use takes no night, but the house must be open on the day. */
    private static Optional<Shortage> closed(Calendar calendar, @Nullable DateRange before, DateRange nights) {
        DateRange open =
                nights.isEmpty() ? new DateRange(nights.from(), nights.from().plusDays(1)) : nights;
        return open.dates()
                .filter(date -> before == null || !before.contains(date))
                .filter(date -> calendar.on(date).closed())
                .findFirst()
                .map(date -> Shortage.on(Reason.CLOSED, date));
    }

    private static boolean tooShort(Calendar calendar, @Nullable DateRange before, DateRange nights) {
        boolean shorter = before == null || nights.days() < before.days();
        boolean arrivesElsewhen = before == null || !before.from().equals(nights.from());
        return (shorter || arrivesElsewhen)
                && nights.days() < calendar.on(nights.from()).minStay();
    }

    private static Optional<Shortage> when(boolean forbidden, Reason reason, LocalDate date) {
        return forbidden ? Optional.of(Shortage.on(reason, date)) : Optional.empty();
    }
}
