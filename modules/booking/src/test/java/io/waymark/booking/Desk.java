package io.waymark.booking;

import io.waymark.events.booking.BookingDetails;
import io.waymark.events.booking.BookingDetails.Sale;
import io.waymark.events.booking.BookingDetails.Terms;
import io.waymark.events.booking.BookingEvent;
import io.waymark.events.booking.RoomStay;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import io.waymark.kernel.Problem;
import io.waymark.kernel.Sealed;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Decision.Accept;
import io.waymark.runtime.entity.Decision.Refuse;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Runs one booking with its steps against an inventory, as its entity would: each command is settled before the next. */
final class Desk {

    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    static final String SEA = "sea";
    static final String CITY = "city";

    private static final BookingRules RULES = new BookingRules();
    private static final Tenant TENANT = new Tenant("ten_00000000000000000000000000");
    private static final int ATTEMPTS = 5;

    private Instant now = NOON;
    private final InMemoryRoomTypes inventory = new InMemoryRoomTypes(() -> now);
    private final RoomSteps steps;
    private final List<BookingEvent> journal = new ArrayList<>();
    private Booking booking = RULES.empty();
    private int commands;

    private Desk() {
        RoomRequests requests = new RoomRequests(inventory, () -> "cmd-" + commands++);
        steps = new RoomSteps("bkg_1", requests, HoldTimes.STANDARD, () -> now);
    }

    /** A desk in a house with so many rooms of each of two types on every day of July. */
    static Desk withRooms(int each) {
        Desk desk = new Desk();
        desk.inventory.withRooms(SEA, july(1, 32), each).withRooms(CITY, july(1, 32), each);
        return desk;
    }

    static DateRange july(int from, int to) {
        return new DateRange(JULY.plusDays(from - 1L), JULY.plusDays(to - 1L));
    }

    static RoomStay room(int line, String roomType, int from, int to) {
        DateRange nights = july(from, to);
        return new RoomStay(line, roomType, roomType, nights.from(), nights.to(), 2, 0, 0, null, "BB");
    }

    static BookingDetails details(RoomStay... rooms) {
        return details(null, rooms);
    }

    static BookingDetails details(@Nullable String connection, RoomStay... rooms) {
        return new BookingDetails(
                "prp_1",
                "CITY",
                new Sale("Direct", connection, null, null, null, null, null),
                List.of(rooms),
                Money.of(42_000, "EUR"),
                new Sealed<>("sub_1", "box"),
                null,
                "PRT",
                new Terms(null, null, null),
                0,
                0);
    }

    InMemoryRoomTypes inventory() {
        return inventory;
    }

    Booking booking() {
        return booking;
    }

    List<BookingEvent> journal() {
        return journal;
    }

    Desk pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Carries the command out with every step it leads to; the problem where it is refused. */
    Optional<Problem> ask(BookingCommand command) {
        return switch (RULES.decide(booking, command, new Moment(now, now))) {
            case Refuse<BookingEvent>(Problem problem) -> Optional.of(problem);
            case Accept<BookingEvent>(List<BookingEvent> events) -> {
                happen(events);
                settle();
                yield Optional.empty();
            }
        };
    }

    private void settle() {
        for (int attempt = 0; booking.pending(); attempt++) {
            if (attempt > ATTEMPTS) {
                throw new AssertionError("never settled: " + booking);
            }
            try {
                BookingCommand outcome =
                        steps.carryOut(booking, origin()).toCompletableFuture().join();
                if (RULES.decide(booking, outcome, new Moment(now, now))
                        instanceof Accept<BookingEvent>(List<BookingEvent> events)) {
                    happen(events);
                }
            } catch (CompletionException lost) {
                // The entity would wait a little and begin the step again.
            }
        }
    }

    private void happen(List<BookingEvent> events) {
        for (BookingEvent event : events) {
            booking = RULES.evolve(booking, event, now);
            journal.add(event);
        }
    }

    private static Origin origin() {
        return Origin.internal(TENANT, "process:test", "process", "step");
    }
}
