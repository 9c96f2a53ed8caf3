package io.waymark.booking;

import static io.waymark.booking.Desk.CITY;
import static io.waymark.booking.Desk.SEA;
import static io.waymark.booking.Desk.details;
import static io.waymark.booking.Desk.room;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.booking.Booking.Cancelled;
import io.waymark.booking.Booking.Expired;
import io.waymark.booking.Booking.None;
import io.waymark.booking.Booking.Refused;
import io.waymark.booking.BookingCommand.Book;
import io.waymark.booking.BookingCommand.Cancel;
import io.waymark.booking.BookingCommand.Change;
import io.waymark.booking.BookingCommand.CheckIn;
import io.waymark.booking.BookingCommand.CheckOut;
import io.waymark.booking.BookingCommand.Confirm;
import io.waymark.booking.BookingCommand.Expire;
import io.waymark.booking.BookingCommand.RecordNoShow;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.Confirmation;
import io.waymark.events.booking.RoomStay;
import io.waymark.inventory.Allocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every life of a booking, with answers getting lost on the way. */
class BookingPropertiesTest {

    private static final BookingRules RULES = new BookingRules();

    /** A command, the time that passes before it, and after how many answers of the inventory one is lost. */
    record Turn(Duration pause, int answers, BookingCommand command) {}

    @Property(tries = 400)
    void theInventoryHasExactlyTheRoomsOfTheBooking(@ForAll("lives") List<Turn> lives) {
        Desk desk = Desk.withRooms(1);
        for (Turn turn : lives) {
            live(desk, turn);

            Map<String, Allocation> taken = desk.inventory().taken();
            if (keepsNoRoom(desk.booking())) {
                assertThat(taken).as("%s", desk.booking()).isEmpty();
            } else {
                assertThat(taken.keySet())
                        .as("%s", desk.booking())
                        .isEqualTo(expected(desk.booking()).keySet());
                assertThat(taken.values())
                        .allSatisfy(
                                allocation -> assertThat(allocation.proposed()).isNull());
            }
        }
    }

    @Property(tries = 300)
    void theJournalAloneLeadsToTheSameBooking(@ForAll("lives") List<Turn> lives) {
        Desk desk = Desk.withRooms(2);
        lives.forEach(turn -> live(desk, turn));

        Booking replayed = RULES.empty();
        for (BookingEvent event : desk.journal()) {
            replayed = RULES.evolve(replayed, event, Desk.NOON);
        }
        assertThat(replayed.getClass()).isEqualTo(desk.booking().getClass());
        assertThat(replayed.known().map(Booking.Facts::details))
                .isEqualTo(desk.booking().known().map(Booking.Facts::details));
    }

    @Property(tries = 300)
    void aRepeatedCommandAddsNoEvent(@ForAll("lives") List<Turn> lives) {
        Desk desk = Desk.withRooms(2);
        for (Turn turn : lives) {
            live(desk, turn);
            List<BookingEvent> journal = new ArrayList<>(desk.journal());
            boolean refusedChange = turn.command() instanceof Change;

            desk.ask(turn.command());

            if (!refusedChange) {
                assertThat(desk.journal()).isEqualTo(journal);
            }
        }
    }

    @Provide
    static Arbitrary<List<Turn>> lives() {
        Arbitrary<Duration> pauses = Arbitraries.of(0, 0, 0, 5, 16).map(minutes -> Duration.ofMinutes(minutes));
        Arbitrary<Integer> answers = Arbitraries.integers().between(0, 12);
        return Combinators.combine(pauses, answers, commands())
                .as(Turn::new)
                .list()
                .ofMaxSize(15);
    }

    private static Arbitrary<BookingCommand> commands() {
        Arbitrary<String> changeIds =
                Arbitraries.strings().withCharRange('a', 'z').ofLength(6);
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Combinators.combine(bookings(), Arbitraries.of(Confirmation.values()))
                                .as(Book::new)),
                Tuple.of(5, Combinators.combine(changeIds, bookings()).as(Change::new)),
                Tuple.of(
                        4,
                        Arbitraries.<BookingCommand>of(
                                new Confirm(),
                                new Cancel(null),
                                new CheckIn(null, null),
                                new CheckOut(null),
                                new CheckOut(Desk.JULY.plusDays(1)),
                                new RecordNoShow(),
                                new Expire())));
    }

    private static Arbitrary<BookingDetails> bookings() {
        Arbitrary<RoomStay> rooms = Combinators.combine(
                        Arbitraries.of(SEA, CITY, CITY, "attic"),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, 4))
                .as((type, from, nights) -> room(1, type, from, from + nights));
        return rooms.list().ofMinSize(1).ofMaxSize(2).map(BookingPropertiesTest::numbered);
    }

    private static BookingDetails numbered(List<RoomStay> rooms) {
        RoomStay[] numbered = new RoomStay[rooms.size()];
        for (int i = 0; i < numbered.length; i++) {
            RoomStay room = rooms.get(i);
            numbered[i] = new RoomStay(
                    i + 1,
                    room.roomTypeId(),
                    room.roomTypeCode(),
                    room.arrival(),
                    room.departure(),
                    2,
                    0,
                    0,
                    null,
                    null);
        }
        return details(numbered);
    }

    private static void live(Desk desk, Turn turn) {
        desk.pass(turn.pause()).inventory().loseAnswerAfter(turn.answers());
        desk.ask(turn.command());
    }

    private static boolean keepsNoRoom(Booking booking) {
        return booking instanceof None
                || booking instanceof Refused
                || booking instanceof Cancelled
                || booking instanceof Expired;
    }

    private static Map<String, RoomStay> expected(Booking booking) {
        Map<String, RoomStay> expected = new HashMap<>();
        booking.known()
                .orElseThrow()
                .details()
                .rooms()
                .forEach(room -> expected.put(room.roomTypeId() + ":bkg_1/" + room.line(), room));
        return expected;
    }
}
