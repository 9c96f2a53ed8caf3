package io.waymark.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.events.EventJson;
import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.events.inventory.RoomTypeEvent.ReleaseReason;
import io.waymark.inventory.RoomType.Opened;
import io.waymark.inventory.RoomTypeCommand.AdoptChange;
import io.waymark.inventory.RoomTypeCommand.ChangeCalendar;
import io.waymark.inventory.RoomTypeCommand.ConfirmHold;
import io.waymark.inventory.RoomTypeCommand.ExtendHold;
import io.waymark.inventory.RoomTypeCommand.HoldRooms;
import io.waymark.inventory.RoomTypeCommand.ProposeChange;
import io.waymark.inventory.RoomTypeCommand.ReleaseRooms;
import io.waymark.inventory.RoomTypeCommand.SellRooms;
import io.waymark.inventory.RoomTypeCommand.ShortenStay;
import io.waymark.inventory.RoomTypeCommand.WithdrawChange;
import io.waymark.kernel.DateRange;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.Decision.Accept;
import io.waymark.runtime.entity.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** What holds for every sequence of commands, however strange. */
class RoomTypePropertiesTest {

    private static final RoomTypeRules RULES = new RoomTypeRules();

    /** A command and the time that passes before it. */
    record Turn(Duration pause, RoomTypeCommand command) {}

    @Property(tries = 500)
    void noDateIsEverOversold(@ForAll("turns") List<Turn> turns) {
        run(
                turns,
                (before, accepted, after) -> after.calendar()
                        .days()
                        .forEach((date, day) -> assertThat(day.free())
                                .as(date + " after " + accepted)
                                .isNotNegative()));
    }

    @Property(tries = 500)
    void theCountsAreThoseOfARecount(@ForAll("turns") List<Turn> turns) {
        run(
                turns,
                (before, accepted, after) -> after.calendar().days().forEach((date, day) -> {
                    assertThat(day.sold()).isEqualTo(recount(after, date, true));
                    assertThat(day.held()).isEqualTo(recount(after, date, false));
                }));
    }

    @Property(tries = 200)
    void theJournalAloneLeadsToTheSameState(@ForAll("turns") List<Turn> turns) {
        List<RoomTypeEvent> journal = new ArrayList<>();
        Opened live = run(turns, (before, accepted, after) -> journal.addAll(accepted));

        RoomType replayed = start();
        for (RoomTypeEvent event : journal) {
            replayed = RULES.evolve(replayed, throughJson(event), Drive.NOON);
        }
        assertThat(replayed).isEqualTo(live);
    }

    @Property(tries = 200)
    void aRepeatedCommandChangesNothing(@ForAll("turns") List<Turn> turns) {
        Instant now = Drive.NOON;
        Opened roomType = start();
        for (Turn turn : turns) {
            now = now.plus(turn.pause());
            roomType = apply(roomType, turn.command(), now);
            assertThat(apply(roomType, turn.command(), now)).isEqualTo(roomType);
        }
    }

    @Property(tries = 200)
    void whatIsHeldAndReleasedLeavesNoTrace(@ForAll("turns") List<Turn> turns, @ForAll("nights") DateRange nights) {
        Opened roomType = run(turns, (before, accepted, after) -> {});
        Instant now = Drive.NOON;
        SellRooms sell = new SellRooms("fresh", nights, 1, Enforcement.CAPACITY_ONLY);

        Opened sold = apply(roomType, sell, now);
        Opened released = apply(sold, new ReleaseRooms("fresh", ReleaseReason.CANCELLED), now);

        assertThat(released).isEqualTo(roomType);
    }

    @Provide
    static Arbitrary<List<Turn>> turns() {
        Arbitrary<Duration> pauses = Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(3, 5), Tuple.of(1, 20))
                .map(minutes -> Duration.ofMinutes(minutes));
        return Combinators.combine(pauses, commands()).as(Turn::new).list().ofMaxSize(60);
    }

    @Provide
    static Arbitrary<DateRange> nights() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 4))
                .as((from, length) -> new DateRange(Drive.JULY.plusDays(from), Drive.JULY.plusDays(from + length)));
    }

    private static Arbitrary<RoomTypeCommand> commands() {
        Arbitrary<String> ids = Arbitraries.of("a", "b", "c", "d", "e", "f");
        Arbitrary<Integer> rooms = Arbitraries.integers().between(1, 2);
        Arbitrary<Enforcement> enforcement = Arbitraries.of(Enforcement.values());
        Arbitrary<Instant> deadlines =
                Arbitraries.integers().between(1, 240).map(minutes -> Drive.NOON.plus(Duration.ofMinutes(minutes)));
        return Arbitraries.oneOf(
                Combinators.combine(ids, nights(), rooms, deadlines, enforcement)
                        .as(HoldRooms::new),
                Combinators.combine(ids, nights(), rooms, enforcement).as(SellRooms::new),
                Combinators.combine(ids, nights(), rooms, enforcement).as(ProposeChange::new),
                ids.map(ConfirmHold::new),
                Combinators.combine(ids, deadlines).as(ExtendHold::new),
                Combinators.combine(ids, Arbitraries.of(ReleaseReason.values())).as(ReleaseRooms::new),
                ids.map(AdoptChange::new),
                ids.map(WithdrawChange::new),
                Combinators.combine(ids, nights()).as((id, nights) -> new ShortenStay(id, nights.from())),
                calendarChanges().list().ofMinSize(1).ofMaxSize(3).map(ChangeCalendar::new));
    }

    private static Arbitrary<CalendarChange> calendarChanges() {
        Arbitrary<@Nullable Boolean> flags = Arbitraries.of(true, false, false).injectNull(0.5);
        Arbitrary<@Nullable Integer> counts =
                Arbitraries.integers().between(0, 4).injectNull(0.5);
        return Combinators.combine(nights(), counts, counts, flags, counts, flags, flags)
                .as(CalendarChange::new);
    }

    private static Opened start() {
        Drive drive = Drive.withRooms(2);
        return (Opened) drive.state();
    }

    private interface Check {
        void after(Opened before, List<RoomTypeEvent> accepted, Opened after);
    }

    private static Opened run(List<Turn> turns, Check check) {
        Instant now = Drive.NOON;
        Opened roomType = start();
        for (Turn turn : turns) {
            now = now.plus(turn.pause());
            List<RoomTypeEvent> events = accepted(roomType, turn.command(), now);
            Opened after = evolve(roomType, events);
            check.after(roomType, events, after);
            roomType = after;
        }
        return roomType;
    }

    private static Opened apply(Opened roomType, RoomTypeCommand command, Instant now) {
        return evolve(roomType, accepted(roomType, command, now));
    }

    private static List<RoomTypeEvent> accepted(Opened roomType, RoomTypeCommand command, Instant now) {
        Decision<RoomTypeEvent> decision = RULES.decide(roomType, command, new Moment(now, now));
        return decision instanceof Accept<RoomTypeEvent>(List<RoomTypeEvent> events) ? events : List.of();
    }

    private static Opened evolve(Opened roomType, List<RoomTypeEvent> events) {
        RoomType state = roomType;
        for (RoomTypeEvent event : events) {
            state = RULES.evolve(state, event, Drive.NOON);
        }
        return (Opened) state;
    }

    private static int recount(Opened roomType, LocalDate date, boolean sold) {
        return roomType.allocations().byHoldId().values().stream()
                .mapToInt(allocation ->
                        sold ? allocation.on(date).sold() : allocation.on(date).held())
                .sum();
    }

    private static RoomTypeEvent throughJson(RoomTypeEvent event) {
        try {
            return EventJson.MAPPER.readValue(EventJson.MAPPER.writeValueAsBytes(event), event.getClass());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
