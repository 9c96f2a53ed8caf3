package io.waymark.booking;

import io.waymark.events.inventory.RoomTypeEvent;
import io.waymark.events.inventory.RoomTypeEvent.CalendarChange;
import io.waymark.inventory.Allocation;
import io.waymark.inventory.RoomType;
import io.waymark.inventory.RoomType.Opened;
import io.waymark.inventory.RoomTypeCommand;
import io.waymark.inventory.RoomTypeCommand.ChangeCalendar;
import io.waymark.inventory.RoomTypeCommand.OpenRoomType;
import io.waymark.inventory.RoomTypeRules;
import io.waymark.inventory.RoomTypes;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Problem;
import io.waymark.runtime.entity.Decision.Accept;
import io.waymark.runtime.entity.Decision.Refuse;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.Origin;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The real rules of room types, without journal and cluster; it can be told to lose an answer, as a network does. */
final class InMemoryRoomTypes implements RoomTypes {

    private static final RoomTypeRules RULES = new RoomTypeRules();

    private final InstantSource clock;
    private final Map<String, RoomType> roomTypes = new HashMap<>();
    private final List<RoomTypeCommand> asked = new ArrayList<>();

    private int answersUntilLoss = Integer.MAX_VALUE;

    InMemoryRoomTypes(InstantSource clock) {
        this.clock = clock;
    }

    InMemoryRoomTypes withRooms(String roomTypeId, DateRange dates, int capacity) {
        run(roomTypeId, new OpenRoomType("prp_1", "CITY", roomTypeId, roomTypeId, 2));
        return withCalendar(roomTypeId, new CalendarChange(dates, capacity, null, null, null, null, null));
    }

    InMemoryRoomTypes withCalendar(String roomTypeId, CalendarChange change) {
        run(roomTypeId, new ChangeCalendar(List.of(change)));
        return this;
    }

    /** The answer after so many more is lost, though its command has taken effect; later ones arrive again. */
    void loseAnswerAfter(int answers) {
        answersUntilLoss = answers;
    }

    @Override
    public CompletionStage<Outcome> ask(String roomTypeId, RoomTypeCommand command, Origin origin) {
        asked.add(command);
        Outcome outcome = run(roomTypeId, command);
        if (answersUntilLoss-- == 0) {
            return CompletableFuture.failedFuture(new IllegalStateException("the answer was lost"));
        }
        return CompletableFuture.completedFuture(outcome);
    }

    List<RoomTypeCommand> asked() {
        return asked;
    }

    /** Everything that is taken, by room type and hold. */
    Map<String, Allocation> taken() {
        Map<String, Allocation> taken = new HashMap<>();
        roomTypes.forEach((id, roomType) -> {
            if (roomType instanceof Opened opened) {
                opened.allocations()
                        .byHoldId()
                        .forEach((holdId, allocation) -> taken.put(id + ":" + holdId, allocation));
            }
        });
        return taken;
    }

    /** What is taken under a key of {@link #taken}. */
    Allocation allocation(String key) {
        return Objects.requireNonNull(taken().get(key), key);
    }

    private Outcome run(String roomTypeId, RoomTypeCommand command) {
        RoomType before = roomTypes.getOrDefault(roomTypeId, RULES.empty());
        Moment moment = new Moment(clock.instant(), clock.instant());
        return switch (RULES.decide(before, command, moment)) {
            case Refuse<RoomTypeEvent>(Problem problem) -> Outcome.of(problem);
            case Accept<RoomTypeEvent>(List<RoomTypeEvent> events) -> {
                RoomType after = before;
                for (RoomTypeEvent event : events) {
                    after = RULES.evolve(after, event, moment.occurredAt());
                }
                roomTypes.put(roomTypeId, after);
                yield new Outcome.Done();
            }
        };
    }
}
