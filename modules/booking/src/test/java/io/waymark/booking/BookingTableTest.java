package io.waymark.booking;

import static io.waymark.booking.Desk.JULY;
import static io.waymark.booking.Desk.NOON;
import static io.waymark.booking.Desk.SEA;
import static io.waymark.booking.Desk.details;
import static io.waymark.booking.Desk.room;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.booking.Booking.Cancelled;
import io.waymark.booking.Booking.Changing;
import io.waymark.booking.Booking.CheckedIn;
import io.waymark.booking.Booking.CheckedOut;
import io.waymark.booking.Booking.Confirmed;
import io.waymark.booking.Booking.Confirming;
import io.waymark.booking.Booking.Expired;
import io.waymark.booking.Booking.Facts;
import io.waymark.booking.Booking.Held;
import io.waymark.booking.Booking.NoShow;
import io.waymark.booking.Booking.None;
import io.waymark.booking.Booking.Refused;
import io.waymark.booking.Booking.Requested;
import io.waymark.booking.BookingCommand.Book;
import io.waymark.booking.BookingCommand.Cancel;
import io.waymark.booking.BookingCommand.Change;
import io.waymark.booking.BookingCommand.CheckIn;
import io.waymark.booking.BookingCommand.CheckOut;
import io.waymark.booking.BookingCommand.Confirm;
import io.waymark.booking.BookingCommand.Expire;
import io.waymark.booking.BookingCommand.RecordNoShow;
import io.waymark.booking.BookingCommand.RoomsObtained;
import io.waymark.booking.BookingCommand.RoomsRefused;
import io.waymark.booking.BookingCommand.RoomsReturned;
import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.BookingEvent.Confirmation;
import io.waymark.events.booking.BookingEvent.Refusal;
import io.waymark.events.booking.BookingEvent.RefusalReason;
import io.waymark.kernel.Problem;
import io.waymark.runtime.entity.Decision.Accept;
import io.waymark.runtime.entity.Decision.Refuse;
import io.waymark.runtime.entity.Moment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state against every command: a column is a command, a row a state, a word the outcome. */
class BookingTableTest {

    private static final BookingRules RULES = new BookingRules();
    private static final BookingDetails DETAILS = details(room(1, SEA, 1, 4));
    private static final BookingDetails MOVED = details(room(1, SEA, 2, 6));
    private static final Facts FACTS = Facts.of(DETAILS, NOON);
    private static final Refusal REFUSAL = new Refusal(RefusalReason.SOLD_OUT, SEA, JULY);

    private static final List<BookingCommand> COMMANDS = List.of(
            new Book(MOVED, Confirmation.NOW),
            new Confirm(),
            new Change("c-1", MOVED),
            new Cancel(null),
            new CheckIn(null, null),
            new CheckOut(null),
            new RecordNoShow(),
            new Expire(),
            new RoomsObtained(null),
            new RoomsRefused(REFUSAL),
            new RoomsReturned());

    private static final String TABLE = """
            state            book         confirm       change           cancel    check-in  check-out no-show   expire  obtained  refused        returned
            none             requested    NOT_FOUND     NOT_FOUND        NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND -       -         -              -
            requested        CONFLICT     UNAVAILABLE   UNAVAILABLE      UNAVAILABLE UNAVAILABLE UNAVAILABLE UNAVAILABLE - confirmed refused      -
            held             CONFLICT     confirmation-requested CONFLICT cancelled CONFLICT CONFLICT  CONFLICT  -       -         -              -
            overdue          CONFLICT     HOLD_EXPIRED  CONFLICT         cancelled CONFLICT  CONFLICT  CONFLICT  expired -         -              -
            confirming       CONFLICT     UNAVAILABLE   UNAVAILABLE      UNAVAILABLE UNAVAILABLE UNAVAILABLE UNAVAILABLE - confirmed refused      -
            confirmed        CONFLICT     -             change-requested cancelled checked-in CONFLICT no-show   -       -         -              -
            changing         CONFLICT     UNAVAILABLE   UNAVAILABLE      UNAVAILABLE UNAVAILABLE UNAVAILABLE UNAVAILABLE - changed change-refused -
            cancelling       CONFLICT     CONFLICT      CONFLICT         -         CONFLICT  CONFLICT  CONFLICT  -       -         -              rooms-released
            cancelled        CONFLICT     CONFLICT      CONFLICT         -         CONFLICT  CONFLICT  CONFLICT  -       -         -              -
            refused          CONFLICT     CONFLICT      CONFLICT         CONFLICT  CONFLICT  CONFLICT  CONFLICT  -       -         -              -
            expiring         CONFLICT     HOLD_EXPIRED  CONFLICT         CONFLICT  CONFLICT  CONFLICT  CONFLICT  -       -         -              rooms-released
            expired          CONFLICT     HOLD_EXPIRED  CONFLICT         CONFLICT  CONFLICT  CONFLICT  CONFLICT  -       -         -              -
            checked-in       CONFLICT     -             CONFLICT         CONFLICT  -         checked-out CONFLICT -      -         -              -
            leaving-early    CONFLICT     -             CONFLICT         CONFLICT  CONFLICT  -         CONFLICT  -       -         -              rooms-released
            checked-out      CONFLICT     -             CONFLICT         CONFLICT  CONFLICT  -         CONFLICT  -       -         -              -
            absent           CONFLICT     -             CONFLICT         CONFLICT  CONFLICT  CONFLICT  -         -       -         -              rooms-released
            no-show          CONFLICT     -             CONFLICT         CONFLICT  CONFLICT  CONFLICT  -         -       -         -              -
            """;

    static Stream<Arguments> pairs() {
        return TABLE.lines().skip(1).flatMap(line -> {
            List<String> cells = List.of(line.trim().split("\\s+"));
            return Stream.iterate(0, i -> i < COMMANDS.size(), i -> i + 1)
                    .map(i -> Arguments.of(cells.getFirst(), COMMANDS.get(i), cells.get(i + 1)));
        });
    }

    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @MethodSource("pairs")
    void everyPairIsDecided(String state, BookingCommand command, String expected) {
        assertThat(outcome(state(state), command)).isEqualTo(expected);
    }

    @Test
    void theTableNamesEveryCommand() {
        assertThat(COMMANDS.stream().<Class<?>>map(Object::getClass).toList())
                .containsExactlyInAnyOrder(BookingCommand.class.getPermittedSubclasses());
    }

    private static Booking state(String name) {
        return switch (name) {
            case "none" -> new None();
            case "requested" -> new Requested(FACTS, Confirmation.NOW);
            case "held" -> new Held(FACTS, NOON.plusSeconds(1));
            case "overdue" -> new Held(FACTS, NOON);
            case "confirming" -> new Confirming(FACTS);
            case "confirmed" -> new Confirmed(FACTS);
            case "changing" -> new Changing(new Confirmed(FACTS), FACTS, "c-1", MOVED);
            case "cancelling" -> new Cancelled(FACTS, null, NOON, true);
            case "cancelled" -> new Cancelled(FACTS, null, NOON, false);
            case "refused" -> new Refused(FACTS, REFUSAL);
            case "expiring" -> new Expired(FACTS, true);
            case "expired" -> new Expired(FACTS, false);
            case "checked-in" -> new CheckedIn(FACTS);
            case "leaving-early" -> new CheckedOut(FACTS, JULY.plusDays(1), true);
            case "checked-out" -> new CheckedOut(FACTS, JULY.plusDays(3), false);
            case "absent" -> new NoShow(FACTS, true);
            case "no-show" -> new NoShow(FACTS, false);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String outcome(Booking booking, BookingCommand command) {
        return switch (RULES.decide(booking, command, new Moment(NOON, NOON))) {
            case Refuse<BookingEvent>(Problem problem) -> problem.code().name();
            case Accept<BookingEvent>(List<BookingEvent> events) when events.isEmpty() -> "-";
            case Accept<BookingEvent>(List<BookingEvent> events) -> name(events.getFirst());
        };
    }

    private static String name(BookingEvent event) {
        String stable = io.waymark.events.EventCatalog.all().name(event);
        return stable.substring("booking.".length(), stable.length() - ".v1".length());
    }
}
