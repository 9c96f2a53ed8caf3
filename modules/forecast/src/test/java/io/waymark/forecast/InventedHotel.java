package io.waymark.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A year of a hotel with busy weekends, late bookings and cancellations, always the same for the same seed. */
final class InventedHotel {

    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    private InventedHotel() {}

    static List<BookedStay> stays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<BookedStay> stays = new ArrayList<>();
        for (LocalDate arrival = FIRST; !arrival.isAfter(LAST); arrival = arrival.plusDays(1)) {
            boolean weekend = arrival.getDayOfWeek().getValue() >= 5;
            int rooms = (weekend ? 30 : 15) + random.nextInt(8);
            for (int i = 0; i < rooms; i++) {
                LocalDate booked = arrival.minusDays(random.nextInt(60));
                String deposit = random.nextInt(4) == 0 ? "none" : "paid";
                boolean lost = random.nextInt(10) < (deposit.equals("none") ? 5 : 1);
                int lead = (int) (arrival.toEpochDay() - booked.toEpochDay());
                LocalDate lostOn = lost ? booked.plusDays(random.nextInt(lead + 1)) : null;
                stays.add(new BookedStay(deposit, booked, arrival, arrival.plusDays(1 + random.nextInt(4)), lostOn));
            }
        }
        return stays;
    }
}
