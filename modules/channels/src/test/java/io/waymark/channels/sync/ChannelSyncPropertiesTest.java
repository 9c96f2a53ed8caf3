package io.waymark.channels.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.channels.sync.ChannelSync.Mapping;
import io.waymark.channels.sync.ChannelSync.Open;
import io.waymark.channels.sync.ChannelSync.Outgoing.RoomsMessage;
import io.waymark.channels.sync.ChannelSyncCommand.Acknowledge;
import io.waymark.channels.sync.ChannelSyncCommand.Fail;
import io.waymark.channels.sync.ChannelSyncCommand.Offer;
import io.waymark.events.channels.ChannelSyncEvent;
import io.waymark.events.channels.ChannelSyncEvent.Failure;
import io.waymark.runtime.entity.Decision.Accept;
import io.waymark.runtime.entity.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to messages and answers on the way, house and channel agree once the road is good again. */
class ChannelSyncPropertiesTest {

    private static final Instant NOON = Instant.parse("2031-01-01T12:00:00Z");
    private static final LocalDate MAY = LocalDate.of(2031, 5, 1);
    private static final int DATES = 6;
    private static final Duration LATE = Duration.ofSeconds(30);
    private static final Mapping MAPPING = new Mapping("portal", "prp_1", "H", "rmt_1", "A");

    /** A message that is still on its way to a channel that numbers nothing. */
    private record Straggler(RoomsMessage message, Instant arrives) {}

    private final ChannelSyncRules rules = new ChannelSyncRules();
    private final SortedMap<LocalDate, Integer> house = new TreeMap<>();
    private final SortedMap<LocalDate, Integer> channel = new TreeMap<>();
    private final Set<LocalDate> marks = new TreeSet<>();
    private final List<Straggler> stragglers = new ArrayList<>();
    private final List<ChannelSyncCommand> oldAnswers = new ArrayList<>();
    private ChannelSync state = rules.empty();
    private Instant now = NOON;

    @Property(tries = 300)
    void theCopiesConverge(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int steps) {
        Random random = new Random(seed);
        for (int i = 0; i < steps; i++) {
            now = now.plusMillis(random.nextInt(2_000));
            changeTheHouse(random);
            stragglersArrive();
            tell(random, true);
            repeatAnOldAnswer(random);
        }
        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(61);
            stragglersArrive();
            tell(random, false);
        }

        assertThat(channel).isEqualTo(house);
        assertThat(((Open) state).acknowledgedRooms()).isEqualTo(house);
        assertThat(marks).isEmpty();
    }

    private void changeTheHouse(Random random) {
        LocalDate date = MAY.plusDays(random.nextInt(DATES));
        house.put(date, random.nextInt(5));
        marks.add(date);
    }

    /** What the feed does: offers the marked dates at their values now, sends what is under way, settles the marks. */
    private void tell(Random random, boolean badRoad) {
        if (marks.isEmpty()) {
            return;
        }
        SortedMap<LocalDate, DayOffer> offers = new TreeMap<>();
        marks.forEach(date -> offers.put(date, new DayOffer(house.getOrDefault(date, 0), null)));
        if (!ask(new Offer(MAPPING, offers, Set.of()))) {
            return;
        }
        boolean taken = true;
        while (state instanceof Open open && !open.queue().isEmpty()) {
            taken = send((RoomsMessage) open.queue().getFirst(), random, badRoad);
        }
        if (taken && state instanceof Open open) {
            marks.removeIf(date -> open.doubtfulUntil(date) == null);
        }
    }

    private boolean send(RoomsMessage message, Random random, boolean badRoad) {
        int fate = badRoad ? random.nextInt(6) : 0;
        ChannelSyncCommand answer = switch (fate) {
            case 1 -> new Fail(message.number(), Failure.UNKNOWN, "lost", null, LATE, random.nextInt(1_000));
            case 2 -> {
                channel.putAll(message.rooms());
                yield new Fail(message.number(), Failure.UNKNOWN, "answer lost", null, LATE, 500);
            }
            case 3 -> {
                stragglers.add(new Straggler(message, now.plusMillis(random.nextInt((int) LATE.toMillis()))));
                yield new Fail(message.number(), Failure.UNKNOWN, "late", null, LATE, 500);
            }
            case 4 -> new Fail(message.number(), Failure.DECLINED, "no", null, null, 0);
            default -> {
                channel.putAll(message.rooms());
                channel.putAll(message.rooms());
                yield new Acknowledge(message.number(), Set.of(), null);
            }
        };
        ask(answer);
        oldAnswers.add(answer);
        return answer instanceof Acknowledge;
    }

    private void stragglersArrive() {
        stragglers.removeIf(straggler -> {
            boolean here = !straggler.arrives().isAfter(now);
            if (here) {
                channel.putAll(straggler.message().rooms());
            }
            return here;
        });
    }

    private void repeatAnOldAnswer(Random random) {
        if (!oldAnswers.isEmpty()) {
            ChannelSync before = state;
            ask(oldAnswers.get(random.nextInt(oldAnswers.size())));
            assertThat(state).isEqualTo(before);
        }
    }

    private boolean ask(ChannelSyncCommand command) {
        if (rules.decide(state, command, new Moment(now, now)) instanceof Accept<ChannelSyncEvent> accept) {
            accept.events().forEach(event -> state = rules.evolve(state, event, NOON));
            return true;
        }
        return false;
    }
}
