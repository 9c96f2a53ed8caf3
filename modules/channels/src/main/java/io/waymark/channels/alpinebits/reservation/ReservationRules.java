package io.waymark.channels.alpinebits.reservation;

import io.waymark.channels.alpinebits.Currencies;
import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.reservation.Reservation.Status;
import io.waymark.channels.alpinebits.reservation.RoomStay.Commission;
import io.waymark.channels.alpinebits.reservation.RoomStay.Total;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The standard's rules for a reservation, beyond what the schema can say. Pure. */
public final class ReservationRules {

    /** Longer stays are mistakes of the sender: no house sells years. */
    private static final int LONGEST_STAY = 730;

    private ReservationRules() {}

    /** Everything that is wrong with the reservation; empty where it can be carried out. */
    public static List<Violation> violations(Reservation reservation) {
        List<Violation> found = new ArrayList<>(reservation.hotel().violations());
        idFitsStatus(reservation, found);
        switch (reservation.status()) {
            case RESERVED, MODIFY -> booking(reservation, found);
            case REQUESTED -> request(reservation, found);
            case CANCELLED -> {}
        }
        reservation.roomStays().forEach(stay -> money(stay, found));
        return List.copyOf(found);
    }

    private static void idFitsStatus(Reservation reservation, List<Violation> found) {
        int expected =
                reservation.status() == Status.CANCELLED ? ReservationId.CANCELLATION : ReservationId.RESERVATION;
        if (reservation.id().type() != expected) {
            found.add(new Violation(
                    OtaError.INVALID_STATUS,
                    "UniqueID Type must be " + expected + " where ResStatus is "
                            + reservation.status().word()));
        }
    }

    private static void booking(Reservation reservation, List<Violation> found) {
        if (reservation.roomStays().isEmpty()) {
            found.add(Violation.missing("a reservation needs at least one RoomStay"));
        }
        if (reservation.customer() == null) {
            found.add(Violation.missing("a reservation needs a guest: ResGuests is missing"));
        }
        for (RoomStay stay : reservation.roomStays()) {
            RoomStay.@Nullable RoomType type = stay.roomType();
            if (type == null || type.code() == null) {
                found.add(new Violation(OtaError.INVALID_ROOM_TYPE, "every RoomStay needs a RoomTypeCode"));
            }
            fixedDays(stay.timeSpan(), found);
            if (stay.total() == null) {
                found.add(Violation.missing("every RoomStay of a reservation needs a Total"));
            }
        }
        Set<String> currencies = new TreeSet<>();
        reservation.roomStays().stream().map(RoomStay::total).forEach(total -> {
            if (total != null) {
                currencies.add(total.currency());
            }
        });
        if (currencies.size() > 1) {
            found.add(new Violation(OtaError.INVALID_CURRENCY, "a reservation has one currency, not " + currencies));
        }
    }

    private static void fixedDays(TimeSpan span, List<Violation> found) {
        @Nullable LocalDate start = span.start();
        @Nullable LocalDate end = span.end();
        if (start == null || end == null || span.window() != null || span.nights() != null) {
            found.add(Violation.dates("the TimeSpan of a reservation has exactly Start and End"));
        } else {
            startBeforeEnd(start, end, found);
        }
    }

    private static void startBeforeEnd(LocalDate start, LocalDate end, List<Violation> found) {
        // The same day is a day use: the guest leaves without having stayed a night.
        if (end.isBefore(start)) {
            found.add(Violation.dates("TimeSpan ends on " + end + ", before it starts on " + start));
        } else if (start.plusDays(LONGEST_STAY).isBefore(end)) {
            found.add(Violation.dates(
                    "TimeSpan " + start + " to " + end + " is longer than " + LONGEST_STAY + " nights"));
        }
    }

    private static void request(Reservation reservation, List<Violation> found) {
        if (reservation.roomStays().isEmpty()) {
            found.add(Violation.missing("a request for a quote needs at least one RoomStay"));
        }
        for (RoomStay stay : reservation.roomStays()) {
            requestedDays(stay.timeSpan(), found);
        }
    }

    private static void requestedDays(TimeSpan span, List<Violation> found) {
        @Nullable LocalDate start = span.start();
        @Nullable LocalDate end = span.end();
        TimeSpan.@Nullable StartWindow window = span.window();
        if (window != null) {
            if (start != null || end != null) {
                found.add(Violation.dates("a TimeSpan has Start and End, or a StartDateWindow, not both"));
            }
            @Nullable LocalDate earliest = window.earliest();
            @Nullable LocalDate latest = window.latest();
            if (earliest != null && latest != null && latest.isBefore(earliest)) {
                found.add(Violation.dates("StartDateWindow ends on " + latest + ", before it starts on " + earliest));
            }
        } else if (start == null || (end == null && span.nights() == null)) {
            found.add(Violation.dates("a TimeSpan needs Start and End, or a StartDateWindow"));
        } else if (end != null) {
            startBeforeEnd(start, end, found);
        }
    }

    private static void money(RoomStay stay, List<Violation> found) {
        @Nullable Total total = stay.total();
        if (total != null) {
            found.addAll(Currencies.violations("Total", total.currency()));
            if (Currencies.known(total.currency())) {
                decimals(total, found);
            }
        }
        @Nullable Commission commission = stay.commission();
        if (commission == null) {
            return;
        }
        if ((commission.percent() == null) == (commission.amount() == null)) {
            found.add(Violation.value("a Commission has either Percent or CommissionPayableAmount"));
        }
        if (commission.amount() != null) {
            found.addAll(Currencies.violations("CommissionPayableAmount", commission.currency()));
        }
    }

    private static void decimals(Total total, List<Violation> found) {
        int digits = Math.max(0, Currency.getInstance(total.currency()).getDefaultFractionDigits());
        if (total.amount().stripTrailingZeros().scale() > digits) {
            found.add(Violation.value("AmountAfterTax " + total.amount().toPlainString() + " has more than " + digits
                    + " decimals of " + total.currency()));
        }
    }
}
