package io.waymark.pipeline.jobs.booking;

import static io.waymark.pipeline.jobs.Stories.ARRIVAL;
import static io.waymark.pipeline.jobs.Stories.DOUBLE;
import static io.waymark.pipeline.jobs.Stories.SUITE;
import static io.waymark.pipeline.jobs.Stories.confirmed;
import static io.waymark.pipeline.jobs.Stories.details;
import static io.waymark.pipeline.jobs.Stories.held;
import static io.waymark.pipeline.jobs.Stories.stay;
import static io.waymark.pipeline.jobs.booking.Events.fold;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.BookingCancelled;
import io.waymark.events.booking.BookingEvent.GuestCheckedIn;
import io.waymark.events.booking.BookingEvent.GuestCheckedOut;
import io.waymark.events.booking.BookingEvent.NoShowRecorded;
import io.waymark.kernel.Money;
import io.waymark.pipeline.warehouse.NightMovement;
import io.waymark.pipeline.warehouse.StayNight;
import io.waymark.pipeline.warehouse.StayNight.Status;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NightsTest {

    private static final BookingDetails THREE_NIGHTS = details(10_000, stay(1, DOUBLE, ARRIVAL, 3));

    @Test
    void thereAreNoneBeforeTheBookingIsConfirmed() {
        assertThat(Nights.of(fold(THREE_NIGHTS, held()))).isEmpty();
        assertThat(Nights.of(fold(THREE_NIGHTS, held(), new BookingCancelled(null))))
                .isEmpty();
    }

    @Test
    void theTotalIsSpreadToTheLastCent() {
        assertThat(Nights.of(fold(THREE_NIGHTS, confirmed())))
                .extracting(night -> night.revenue().amountMinor())
                .containsExactly(3_334L, 3_333L, 3_333L);
    }

    @Test
    void nightsGivenBackByLeavingEarlyAreNotPaidFor() {
        FoldedBooking booking = fold(
                THREE_NIGHTS, confirmed(), new GuestCheckedIn(null, null), new GuestCheckedOut(ARRIVAL.plusDays(2)));

        assertThat(Nights.of(booking))
                .extracting(StayNight::status)
                .containsExactly(Status.STAYED, Status.STAYED, Status.CANCELLED);
        assertThat(Nights.of(booking))
                .extracting(night -> night.revenue().amountMinor())
                .containsExactly(5_000L, 5_000L, 0L);
    }

    @Test
    void whoLeavesOnTheDayOfArrivalStillOwesTheTotal() {
        FoldedBooking booking =
                fold(THREE_NIGHTS, confirmed(), new GuestCheckedIn(null, null), new GuestCheckedOut(ARRIVAL));

        assertThat(sum(Nights.of(booking))).isEqualTo(Money.of(10_000, "EUR"));
        assertThat(Nights.of(booking)).extracting(StayNight::status).containsOnly(Status.CANCELLED);
    }

    @Test
    void dayUseHasNoNight() {
        assertThat(Nights.of(fold(details(5_000, stay(1, DOUBLE, ARRIVAL, 0)), confirmed())))
                .isEmpty();
    }

    @Test
    void movementsOfTwoRoomsOfOneTypeAreAddedUp() {
        List<StayNight> two =
                Nights.of(fold(details(10_000, stay(1, DOUBLE, ARRIVAL, 1), stay(2, DOUBLE, ARRIVAL, 1)), confirmed()));

        assertThat(Nights.movements(List.of(), two))
                .containsExactly(new NightMovement(ARRIVAL, DOUBLE, 2, Money.of(10_000, "EUR")));
        assertThat(Nights.movements(two, two)).isEmpty();
    }

    @Property
    void whateverHappensTheNightsAddUpToTheTotal(
            @ForAll("bookings") BookingDetails details, @ForAll("endings") List<BookingEvent> ending) {
        FoldedBooking booking = fold(details, ending.toArray(BookingEvent[]::new));

        assertThat(sum(Nights.of(booking))).isEqualTo(details.total());
    }

    @Property
    void allMovementsTogetherAreWhatIsOnTheBooks(
            @ForAll("bookings") BookingDetails details, @ForAll("endings") List<BookingEvent> ending) {
        List<StayNight> before = List.of();
        int moved = 0;
        long revenue = 0;
        for (int events = 0; events <= ending.size(); events++) {
            List<StayNight> after =
                    Nights.of(fold(details, ending.subList(0, events).toArray(BookingEvent[]::new)));
            for (NightMovement movement : Nights.movements(before, after)) {
                moved += movement.roomNights();
                revenue += movement.revenue().amountMinor();
            }
            before = after;
        }

        List<StayNight> occupied =
                before.stream().filter(night -> night.status().occupied()).toList();
        assertThat(moved).isEqualTo(occupied.size());
        assertThat(revenue)
                .isEqualTo(occupied.stream()
                        .mapToLong(night -> night.revenue().amountMinor())
                        .sum());
    }

    @Provide
    static Arbitrary<BookingDetails> bookings() {
        Arbitrary<Long> totals = Arbitraries.longs().between(-50_000, 5_000_000);
        Arbitrary<Integer> nights = Arbitraries.integers().between(1, 60);
        return Combinators.combine(totals, nights, nights)
                .as((total, first, second) ->
                        details(total, stay(1, DOUBLE, ARRIVAL, first), stay(2, SUITE, ARRIVAL.plusDays(1), second)));
    }

    @Provide
    static Arbitrary<List<BookingEvent>> endings() {
        GuestCheckedIn in = new GuestCheckedIn(null, null);
        return Arbitraries.oneOf(
                Arbitraries.just(List.of(confirmed())),
                Arbitraries.just(List.of(confirmed(), new BookingCancelled(null))),
                Arbitraries.just(List.of(confirmed(), new NoShowRecorded())),
                Arbitraries.integers()
                        .between(0, 70)
                        .map(days -> List.of(confirmed(), in, new GuestCheckedOut(ARRIVAL.plusDays(days)))));
    }

    private static Money sum(List<StayNight> nights) {
        return nights.stream().map(StayNight::revenue).reduce(Money.of(0, "EUR"), Money::plus);
    }
}
