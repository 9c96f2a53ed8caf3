package io.waymark.launcher.replay.schedule;

import io.waymark.kernel.DateRange;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Money;
import io.waymark.launcher.replay.source.Ending;
import io.waymark.launcher.replay.source.Hotel;
import io.waymark.launcher.replay.source.Party;
import io.waymark.launcher.replay.source.Reservation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Reservations of every kind that the data can hold, close together in time. */
public final class Reservations {

    private static final LocalDate FIRST_ARRIVAL = LocalDate.of(2016, 3, 20);

    private Reservations() {}

    public static Arbitrary<Reservation> any() {
        Arbitrary<Dates> dates = Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(Ending.class),
                        Arbitraries.integers().between(0, 100))
                .as(Dates::of);
        return Combinators.combine(
                        dates,
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Hotel.class),
                        Arbitraries.of("A", "B"),
                        Arbitraries.longs())
                .as(Reservations::reservation);
    }

    /** No two of them are the same. */
    public static Arbitrary<List<Reservation>> several(int most) {
        return any().list().ofMinSize(1).ofMaxSize(most).map(list -> {
            List<Reservation> different = new ArrayList<>();
            for (Reservation reservation : list) {
                if (different.stream().noneMatch(other -> other.remoteId().equals(reservation.remoteId()))) {
                    different.add(reservation);
                }
            }
            return different;
        });
    }

    private static Reservation reservation(
            Dates dates, int changes, int specialRequests, int parking, Hotel hotel, String room, long number) {
        DateRange nights = new DateRange(dates.arrival(), dates.departure());
        return new Reservation(
                Ids.derived("res", Long.toString(number)),
                hotel,
                dates.booked(),
                nights,
                new Party(2, 1, 0),
                new Reservation.Rooms(room, "A"),
                Money.of(10_000, "EUR").times(nights.days()),
                new Reservation.Sale("TA/TO", "Online TA", "Transient", "No Deposit", "9", null),
                "BB",
                "PT",
                changes,
                specialRequests,
                parking,
                dates.ending(),
                dates.ended());
    }

    private record Dates(LocalDate booked, LocalDate arrival, LocalDate departure, Ending ending, LocalDate ended) {

        static Dates of(int lead, int offset, int nights, Ending ending, int share) {
            LocalDate arrival = FIRST_ARRIVAL.plusDays(offset);
            LocalDate booked = arrival.minusDays(lead);
            LocalDate ended = switch (ending) {
                case STAYED -> arrival.plusDays(nights == 0 ? 0 : share % (nights + 1));
                case CANCELLED -> booked.plusDays(share % (lead + 1));
                case NO_SHOW -> arrival;
            };
            return new Dates(booked, arrival, arrival.plusDays(nights), ending, ended);
        }
    }
}
