package io.waymark.launcher.replay.source;

import static io.waymark.launcher.replay.source.Column.ADR;
import static io.waymark.launcher.replay.source.Column.ADULTS;
import static io.waymark.launcher.replay.source.Column.AGENT;
import static io.waymark.launcher.replay.source.Column.ASSIGNED_ROOM_TYPE;
import static io.waymark.launcher.replay.source.Column.BABIES;
import static io.waymark.launcher.replay.source.Column.BOOKING_CHANGES;
import static io.waymark.launcher.replay.source.Column.CHILDREN;
import static io.waymark.launcher.replay.source.Column.COMPANY;
import static io.waymark.launcher.replay.source.Column.COUNTRY;
import static io.waymark.launcher.replay.source.Column.CUSTOMER_TYPE;
import static io.waymark.launcher.replay.source.Column.DEPOSIT_TYPE;
import static io.waymark.launcher.replay.source.Column.DISTRIBUTION_CHANNEL;
import static io.waymark.launcher.replay.source.Column.HOTEL;
import static io.waymark.launcher.replay.source.Column.LEAD_TIME;
import static io.waymark.launcher.replay.source.Column.MARKET_SEGMENT;
import static io.waymark.launcher.replay.source.Column.MEAL;
import static io.waymark.launcher.replay.source.Column.REQUIRED_CAR_PARKING_SPACES;
import static io.waymark.launcher.replay.source.Column.RESERVATION_STATUS;
import static io.waymark.launcher.replay.source.Column.RESERVATION_STATUS_DATE;
import static io.waymark.launcher.replay.source.Column.RESERVED_ROOM_TYPE;
import static io.waymark.launcher.replay.source.Column.STAYS_IN_WEEKEND_NIGHTS;
import static io.waymark.launcher.replay.source.Column.STAYS_IN_WEEK_NIGHTS;
import static io.waymark.launcher.replay.source.Column.TOTAL_OF_SPECIAL_REQUESTS;

import io.waymark.kernel.DateRange;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Money;
import io.waymark.launcher.replay.source.Reservation.Rooms;
import io.waymark.launcher.replay.source.Reservation.Sale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns lines into reservations.
 *
 * <p>A third of the rows have an exact copy: several rooms booked alike. So a reservation's id is made of what its row
 * says and how many equal rows stood before it, and one reader must see a file from its first row on.
 */
final class RowReader {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final int MOST_NIGHTS = 400;
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_LEAD_DAYS = 5_000;
    private static final int MOST_CHANGES = 200;
    private static final int MOST_EXTRAS = 100;

    private final Map<String, Integer> equalRowsBefore = new HashMap<>();

    /** Reads a row; throws {@link WrongValue} where it cannot be meant. */
    Reservation read(String line) {
        Fields row = new Fields(CsvLine.split(line));
        LocalDate arrival = row.arrival();
        int nights = row.count(STAYS_IN_WEEKEND_NIGHTS, MOST_NIGHTS) + row.count(STAYS_IN_WEEK_NIGHTS, MOST_NIGHTS);
        LocalDate bookedOn = arrival.minusDays(row.count(LEAD_TIME, MOST_LEAD_DAYS));
        Ending ending = Ending.of(row.text(RESERVATION_STATUS));
        LocalDate endedOn = row.date(RESERVATION_STATUS_DATE);
        checkOrder(ending, bookedOn, arrival, endedOn);
        Money total = Money.ofMajor(cents(row), EURO).times(nights);
        Rooms rooms = new Rooms(row.roomType(RESERVED_ROOM_TYPE), row.roomType(ASSIGNED_ROOM_TYPE));
        return new Reservation(
                remoteId(row),
                Hotel.titled(row.text(HOTEL)),
                bookedOn,
                new DateRange(arrival, arrival.plusDays(nights)),
                party(row),
                rooms,
                total,
                sale(row),
                meal(row.text(MEAL)),
                Countries.alpha2(row.textOrNull(COUNTRY)),
                row.count(BOOKING_CHANGES, MOST_CHANGES),
                row.count(TOTAL_OF_SPECIAL_REQUESTS, MOST_EXTRAS),
                row.count(REQUIRED_CAR_PARKING_SPACES, MOST_EXTRAS),
                ending,
                endedOn);
    }

    private String remoteId(Fields row) {
        String content = Ids.derived("row", row.content());
        int before = equalRowsBefore.merge(content, 1, Integer::sum) - 1;
        return Ids.derived("res", content, Integer.toString(before));
    }

    private static void checkOrder(Ending ending, LocalDate bookedOn, LocalDate arrival, LocalDate endedOn) {
        switch (ending) {
            case STAYED -> {
                if (endedOn.isBefore(arrival)) {
                    throw new WrongValue("the guest left on " + endedOn + ", before arriving on " + arrival);
                }
            }
            case CANCELLED -> {
                if (endedOn.isBefore(bookedOn)) {
                    throw new WrongValue("it was cancelled on " + endedOn + ", before it was booked on " + bookedOn);
                }
                if (endedOn.isAfter(arrival)) {
                    throw new WrongValue("it was cancelled on " + endedOn + ", after the arrival on " + arrival);
                }
            }
            // One row's no-show is dated a day before its arrival; it is recorded on the day of arrival.
            case NO_SHOW -> {}
        }
    }

    private static BigDecimal cents(Fields row) {
        BigDecimal rate = row.number(ADR);
        if (rate.stripTrailingZeros().scale() > EURO.getDefaultFractionDigits()) {
            throw new WrongValue("adr is " + rate.toPlainString() + ", which has fractions of a cent");
        }
        return rate;
    }

    private static Party party(Fields row) {
        return new Party(
                row.count(ADULTS, MOST_PEOPLE), row.count(CHILDREN, MOST_PEOPLE), row.count(BABIES, MOST_PEOPLE));
    }

    private static Sale sale(Fields row) {
        return new Sale(
                row.text(DISTRIBUTION_CHANNEL),
                row.text(MARKET_SEGMENT),
                row.text(CUSTOMER_TYPE),
                row.text(DEPOSIT_TYPE),
                row.textOrNull(AGENT),
                row.textOrNull(COMPANY));
    }

    private static String meal(String meal) {
        return switch (meal) {
            case "BB", "HB", "FB", "SC" -> meal;
            case "Undefined" -> "SC";
            default -> throw new WrongValue("meal is \"" + meal + "\", not BB, HB, FB, SC or Undefined");
        };
    }
}
