package io.waymark.inventory;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.inventory.RoomType.Opened;
import io.waymark.inventory.RoomTypeCommand.ChangeCalendar;
import io.waymark.inventory.RoomTypeCommand.OpenRoomType;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Problem;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.Decision.Accept;
import io.waymark.runtime.entity.Decision.Refuse;
import io.waymark.runtime.entity.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Drives the rules of one room type as its entity would, with a clock that the test sets. */
final class Drive {

    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    static final OpenRoomType SEA_VIEW = new OpenRoomType("prp_1", "CITY", "SEA", "Sea view", 2);

    private static final RoomTypeRules RULES = new RoomTypeRules();

    private RoomType roomType = RULES.empty();
    private Instant now = NOON;

    /** An open room type with this many rooms on every day of July. */
    static Drive withRooms(int capacity) {
        Drive drive = new Drive();
        drive.events(SEA_VIEW);
        drive.events(new ChangeCalendar(List.of(capacity(july(1, 32), capacity))));
        return drive;
    }

    /** The nights from one day of July up to, but not including, another. */
    static DateRange july(int from, int to) {
        return new DateRange(JULY.plusDays(from - 1L), JULY.plusDays(to - 1L));
    }

    static CalendarChange capacity(DateRange dates, int capacity) {
        return new CalendarChange(dates, capacity, null, null, null, null, null);
    }

    Drive at(Instant now) {
        this.now = now;
        return this;
    }

    Decision<RoomTypeEvent> decide(RoomTypeCommand command) {
        return RULES.decide(roomType, command, new Moment(now, NOON));
    }

    /** Carries the command out and says which events it led to. */
    List<RoomTypeEvent> events(RoomTypeCommand command) {
        return switch (decide(command)) {
            case Accept<RoomTypeEvent>(List<RoomTypeEvent> events) -> {
                events.forEach(event -> roomType = RULES.evolve(roomType, event, NOON));
                yield events;
            }
            case Refuse<RoomTypeEvent>(Problem problem) -> throw new AssertionError("refused: " + problem);
        };
    }

    /** The problem for which the command is refused. */
    Problem refusal(RoomTypeCommand command) {
        return switch (decide(command)) {
            case Accept<RoomTypeEvent>(List<RoomTypeEvent> events) -> throw new AssertionError("accepted: " + events);
            case Refuse<RoomTypeEvent>(Problem problem) -> problem;
        };
    }

    RoomType state() {
        return roomType;
    }

    Day day(int ofJuly) {
        return ((Opened) roomType).calendar().on(JULY.plusDays(ofJuly - 1L));
    }
}
