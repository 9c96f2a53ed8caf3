package io.waymark.forecast.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.forecast.BookedStay;
import io.waymark.forecast.DemandSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BooksTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void aStayIsInTheBooksFromItsBookingUntilItIsLost() {
        Books books = books(DemandSeries.ARRIVALS, stay(10, 20, 22, 15));

        assertThat(books.sold(20, 11)).isZero();
        assertThat(books.sold(20, 10)).isEqualTo(1);
        assertThat(books.sold(20, 6)).isEqualTo(1);
        assertThat(books.sold(20, 5)).isZero();
        assertThat(books.came(20)).isZero();
        assertThat(books.kept(20, 10)).isZero();
    }

    @Test
    void roomsAreOccupiedEveryNightAndArrivalsCountOnce() {
        BookedStay stay = stay(10, 20, 23, null);

        assertThat(came(books(DemandSeries.ARRIVALS, stay))).containsExactly(0.0, 1.0, 0.0, 0.0, 0.0);
        assertThat(came(books(DemandSeries.ROOMS, stay))).containsExactly(0.0, 1.0, 1.0, 1.0, 0.0);
    }

    @Test
    void dayUseArrivesAndOccupiesNoNight() {
        BookedStay stay = stay(10, 20, 20, null);

        assertThat(books(DemandSeries.ARRIVALS, stay).came(20)).isEqualTo(1);
        assertThat(books(DemandSeries.ROOMS, stay).came(20)).isZero();
    }

    @Test
    void aNoShowLeavesTheBooksOnTheDayOfArrival() {
        Books books = books(DemandSeries.ROOMS, stay(10, 20, 23, 20));

        assertThat(books.sold(21, 2)).isEqualTo(1);
        assertThat(books.sold(21, 1)).isZero();
        assertThat(books.came(20)).isZero();
    }

    @Test
    void guestsInTheHouseAreExpectedForCertain() {
        Books books = books(DemandSeries.ROOMS, stay(10, 20, 23, null));

        assertThat(books.inHouse(22, 2)).isEqualTo(1);
        assertThat(books.expected(22, 2)).isEqualTo(1);
        assertThat(books.inHouse(22, 3)).isZero();
        assertThat(books.expected(22, 3)).isBetween(0.5, 1.0);
    }

    @Test
    void aCohortIsExpectedAsItsLikeCameBefore() {
        BookedStay[] stays = new BookedStay[400];
        for (int i = 0; i < 200; i++) {
            stays[2 * i] = new BookedStay("kept", day(i % 20), day(20 + i % 20), day(22 + i % 20), null);
            stays[2 * i + 1] =
                    new BookedStay("lost", day(i % 20), day(20 + i % 20), day(22 + i % 20), day(19 + i % 20));
        }
        Books kept = books(DemandSeries.ARRIVALS, with(stays, new BookedStay("kept", day(30), day(50), day(52), null)));
        Books lost = books(DemandSeries.ARRIVALS, with(stays, new BookedStay("lost", day(30), day(50), day(52), null)));

        assertThat(kept.expected(50, 10)).isGreaterThan(lost.expected(50, 10) + 0.4);
    }

    private static BookedStay[] with(BookedStay[] stays, BookedStay more) {
        BookedStay[] all = Arrays.copyOf(stays, stays.length + 1);
        all[stays.length] = more;
        return all;
    }

    private static double[] came(Books books) {
        return new double[] {books.came(19), books.came(20), books.came(21), books.came(22), books.came(23)};
    }

    private static Books books(DemandSeries series, BookedStay... stays) {
        return Books.of(List.of(stays), series, FIRST, 60);
    }

    private static BookedStay stay(int booked, int arrival, int departure, @Nullable Integer lost) {
        return new BookedStay("all", day(booked), day(arrival), day(departure), lost == null ? null : day(lost));
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }
}
