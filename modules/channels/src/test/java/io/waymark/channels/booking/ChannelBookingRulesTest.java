package io.waymark.channels.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.booking.ChannelBooking.Settled;
import io.waymark.channels.booking.ChannelBooking.Unknown;
import io.waymark.channels.booking.ChannelBookingCommand.GiveUp;
import io.waymark.channels.booking.ChannelBookingCommand.Receive;
import io.waymark.channels.booking.ChannelBookingCommand.Settle;
import io.waymark.channels.port.Reservations;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.Guest;
import io.waymark.events.booking.RoomStay;
import io.waymark.events.channels.ChannelBookingEvent;
import io.waymark.events.channels.ChannelBookingEvent.Kind;
import io.waymark.events.channels.ChannelBookingEvent.Revision;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Money;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Sealed;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Revisions in any order, any number of times: the booking ends as the newest of them says. */
class ChannelBookingRulesTest {

    private static final Tenant TENANT = new Tenant("ten_01J00000000000000000000000");
    private static final String FIRST = Ids.derived("bkg", "first");
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final ChannelBookingRules RULES = new ChannelBookingRules();

    private final Ledger ledger = new Ledger();
    private final CarryOver step = new CarryOver(ledger);

    /** Bookings as simple as they can be: what was asked last. */
    private static final class Ledger implements Reservations {

        private final List<String> calls = new ArrayList<>();
        private @Nullable Money booked;
        private @Nullable Problem refusal;

        @Override
        public CompletionStage<Outcome> place(String bookingId, BookingDetails details, Origin origin) {
            return told("place " + bookingId, details.total());
        }

        @Override
        public CompletionStage<Outcome> change(
                String bookingId, String changeId, BookingDetails details, Origin origin) {
            return told("change " + bookingId, details.total());
        }

        @Override
        public CompletionStage<Outcome> cancel(String bookingId, Origin origin) {
            return told("cancel " + bookingId, null);
        }

        private CompletionStage<Outcome> told(String call, @Nullable Money total) {
            calls.add(call);
            if (refusal != null) {
                return CompletableFuture.completedFuture(new Outcome.Refused(refusal));
            }
            booked = total;
            return CompletableFuture.completedFuture(new Outcome.Done(calls.size()));
        }
    }

    @Test
    void placesChangesAndCancels() {
        ChannelBooking booking = settled(new Unknown(), revision(1, 100, Kind.NEW));
        booking = settled(booking, revision(2, 200, Kind.MODIFIED));
        booking = settled(booking, revision(3, 0, Kind.CANCELLED));

        assertThat(ledger.calls).containsExactly("place " + FIRST, "change " + FIRST, "cancel " + FIRST);
        assertThat(booking)
                .isInstanceOfSatisfying(
                        Settled.class,
                        settled -> assertThat(settled.dossier().live()).isNull());
    }

    @Test
    void aRepeatedRevisionChangesNothing() {
        ChannelBooking booking = settled(new Unknown(), revision(1, 100, Kind.NEW));

        assertThat(decide(booking, revision(1, 100, Kind.NEW))).isEmpty();
    }

    @Test
    void anOlderRevisionChangesNothing() {
        ChannelBooking booking = settled(new Unknown(), revision(5, 100, Kind.MODIFIED));

        assertThat(decide(booking, revision(1, 50, Kind.NEW))).isEmpty();
        assertThat(ledger.calls).containsExactly("place " + FIRST);
    }

    @Test
    void aCancellationThatComesFirstKeepsTheReservationFromComingToLife() {
        ChannelBooking booking = settled(new Unknown(), revision(5, 0, Kind.CANCELLED));

        assertThat(decide(booking, revision(1, 100, Kind.NEW))).isEmpty();
        assertThat(ledger.calls).isEmpty();
    }

    @Test
    void aReservationAfterItsCancellationIsAnotherBooking() {
        ChannelBooking booking = settled(new Unknown(), revision(1, 100, Kind.NEW));
        booking = settled(booking, revision(2, 0, Kind.CANCELLED));
        settled(booking, revision(3, 150, Kind.NEW));

        assertThat(ledger.calls)
                .containsExactly("place " + FIRST, "cancel " + FIRST, "place " + Ids.derived("bkg", FIRST, "1"));
    }

    @Test
    void aRefusedRevisionCanBeTriedAgainAsAnotherBooking() {
        ledger.refusal = Problem.of(ProblemCode.SOLD_OUT, "full");
        ChannelBooking refused = settled(new Unknown(), revision(1, 100, Kind.NEW));
        ledger.refusal = null;
        ChannelBooking booking = settled(refused, revision(1, 100, Kind.NEW));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Settled.class,
                        settled -> assertThat(settled.refusal())
                                .isEqualTo(new ChannelBooking.Refusal(
                                        revision(1, 100, Kind.NEW).revision(), "sold-out", "full")));
        assertThat(booking)
                .isInstanceOfSatisfying(
                        Settled.class, settled -> assertThat(settled.refusal()).isNull());
        assertThat(ledger.calls).containsExactly("place " + FIRST, "place " + Ids.derived("bkg", FIRST, "1"));
    }

    @Test
    void aRefusedChangeLeavesTheBookingAsItWas() {
        ChannelBooking booking = settled(new Unknown(), revision(1, 100, Kind.NEW));
        ledger.refusal = Problem.of(ProblemCode.SOLD_OUT, "full");
        booking = settled(booking, revision(2, 200, Kind.MODIFIED));
        ledger.refusal = null;

        settled(booking, revision(3, 300, Kind.MODIFIED));

        assertThat(ledger.calls).containsExactly("place " + FIRST, "change " + FIRST, "change " + FIRST);
    }

    @Test
    void aRequestForAQuoteBooksNothingAndBecomesABookingLater() {
        ChannelBooking booking = settled(new Unknown(), revision(1, 0, Kind.REQUESTED));
        assertThat(ledger.calls).isEmpty();

        settled(booking, revision(2, 100, Kind.NEW));

        assertThat(ledger.calls).containsExactly("place " + FIRST);
    }

    @Property(tries = 500)
    void theNewestRevisionWins(@ForAll("deliveries") List<Receive> deliveries) {
        ledger.booked = null;
        ChannelBooking booking = new Unknown();
        for (Receive receive : deliveries) {
            booking = settled(booking, receive);
        }

        Receive newest = deliveries.stream()
                .max(Comparator.comparing(receive -> receive.revision().at()))
                .orElseThrow();
        @Nullable BookingDetails details = newest.details();
        assertThat(ledger.booked).isEqualTo(details == null ? null : details.total());
        ChannelBooking last = booking;
        assertThat(deliveries)
                .allSatisfy(repeated -> assertThat(decide(last, repeated)).isEmpty());
    }

    /** Up to eight revisions, one a minute, each delivered one to three times, in any order. */
    @Provide
    Arbitrary<List<Receive>> deliveries() {
        Arbitrary<List<Receive>> revisions = Arbitraries.of(Kind.NEW, Kind.MODIFIED, Kind.CANCELLED)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(kinds -> {
                    List<Receive> list = new ArrayList<>();
                    for (int i = 0; i < kinds.size(); i++) {
                        list.add(revision(i, 100 + i, kinds.get(i)));
                    }
                    return list;
                });
        return Combinators.combine(revisions, Arbitraries.integers().between(1, 3), Arbitraries.randomValue(r -> r))
                .as((list, times, random) -> {
                    List<Receive> all = new ArrayList<>();
                    for (int i = 0; i < times; i++) {
                        all.addAll(list);
                    }
                    java.util.Collections.shuffle(all, random);
                    return all;
                });
    }

    /** Decides, applies the events, and does what the state owes until it owes nothing. */
    private ChannelBooking settled(ChannelBooking before, ChannelBookingCommand command) {
        ChannelBooking booking = before;
        for (ChannelBookingEvent event : decide(booking, command)) {
            booking = RULES.evolve(booking, event, NOON);
        }
        if (!step.pending(booking)) {
            return booking;
        }
        ChannelBookingCommand outcome = step.carryOut(
                        booking, Origin.internal(TENANT, "channel:test", "process", "cmd_12345678"))
                .toCompletableFuture()
                .join();
        assertThat(outcome).isInstanceOfAny(Settle.class, GiveUp.class);
        return settled(booking, outcome);
    }

    private static List<ChannelBookingEvent> decide(ChannelBooking booking, ChannelBookingCommand command) {
        Decision<ChannelBookingEvent> decision = RULES.decide(booking, command, new Moment(NOON, NOON));
        assertThat(decision).isInstanceOf(Decision.Accept.class);
        return ((Decision.Accept<ChannelBookingEvent>) decision).events();
    }

    private static Receive revision(int minute, long euros, Kind kind) {
        return new Receive(
                "channel-1",
                "R-1",
                new Revision(NOON.plusSeconds(60L * minute), kind + "/" + euros),
                kind,
                FIRST,
                ChannelBookingRules.books(kind) ? details(euros) : null,
                null);
    }

    private static BookingDetails details(long euros) {
        LocalDate day = LocalDate.of(2027, 5, 1);
        return new BookingDetails(
                "prp_x",
                "H1",
                new BookingDetails.Sale("TA/TO", "channel-1", "R-1", null, null, null, null),
                List.of(new RoomStay(1, "rmt_x", "A", day, day.plusDays(2), 2, 0, 0, null, "BB")),
                Money.of(euros, "EUR"),
                new Sealed<Guest>("sub_x", "box"),
                null,
                "DE",
                new BookingDetails.Terms(null, null, null),
                0,
                0);
    }
}
