package io.waymark.pipeline.warehouse;

import io.waymark.kernel.Money;
import io.waymark.pipeline.warehouse.StayNight.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Changes of bookings, as the fold would make them. */
final class Changes {

    static final LocalDate ARRIVAL = LocalDate.of(2016, 7, 1);
    private static final Instant BOOKED = Instant.parse("2016-03-01T10:00:00Z");
    private static final String TENANT = "ten_1";

    private Changes() {}

    /** Version {@code version} of a confirmed booking of so many nights at 100.00 each. */
    static BookingChange confirmed(String booking, long version, int nights) {
        return confirmed(booking, version, 0, nights);
    }

    /** The same, of a booking that had another number of nights before. */
    static BookingChange confirmed(String booking, long version, int nightsBefore, int nights) {
        return change(booking, version, stays(nightsBefore), nights, Money.of(10_000L * nights, "EUR"));
    }

    private static List<StayNight> stays(int nights) {
        return nights == 0 ? List.of() : stays(nights, Money.of(10_000L * nights, "EUR"));
    }

    private static List<StayNight> stays(int nights, Money total) {
        List<StayNight> stays = new ArrayList<>();
        List<Money> shares = total.split(nights);
        for (int i = 0; i < nights; i++) {
            stays.add(night(ARRIVAL.plusDays(i), shares.get(i)));
        }
        return stays;
    }

    static BookingChange change(String booking, long version, int nights, Money total) {
        return change(booking, version, List.of(), nights, total);
    }

    private static BookingChange change(String booking, long version, List<StayNight> before, int nights, Money total) {
        BookingEventFact event = new BookingEventFact(
                100 + version,
                Math.floorMod(booking.hashCode(), 1_000_000) * 100L + version,
                "booking.changed",
                BOOKED,
                BOOKED,
                "key:1",
                "http",
                null,
                version == 1 ? 1 : 0,
                0,
                Money.zero(total.currency()));
        return new BookingChange(fact(booking, version, nights, total), stays(nights, total), before, event, List.of());
    }

    private static StayNight night(LocalDate night, Money revenue) {
        return new StayNight(
                1,
                night,
                Status.ON_BOOKS,
                "prp_1",
                "rmt_1",
                "DBL",
                "Direct",
                null,
                "PT",
                2,
                0,
                0,
                revenue,
                UtcDates.of(BOOKED));
    }

    private static BookingFact fact(String booking, long version, int nights, Money total) {
        return new BookingFact(
                TENANT,
                booking,
                version,
                "confirmed",
                true,
                false,
                false,
                false,
                "prp_1",
                "LIS",
                "rmt_1",
                "DBL",
                null,
                "Direct",
                null,
                "PT",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                BOOKED,
                ARRIVAL,
                ARRIVAL.plusDays(nights),
                1,
                nights,
                2,
                0,
                0,
                total,
                0,
                0,
                0,
                BOOKED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                BOOKED,
                BOOKED);
    }
}
