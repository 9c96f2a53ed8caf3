package io.waymark.launcher.replay.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.launcher.replay.schedule.Reservations;
import io.waymark.launcher.replay.schedule.Schedule;
import io.waymark.launcher.replay.schedule.Step;
import io.waymark.launcher.replay.schedule.StepKind;
import io.waymark.launcher.replay.source.Ending;
import io.waymark.launcher.replay.source.Reservation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NeededRoomsTest {

    @Property(tries = 300)
    void everyBookingFitsInWhateverOrderAWindowArrives(
            @ForAll("reservations") List<Reservation> reservations,
            @ForAll @IntRange(min = 1, max = 12) int window,
            @ForAll Random random) {
        Schedule schedule = Schedule.of(reservations);
        NeededRooms needed = NeededRooms.of(schedule, window);
        CalendarPlan plan = CalendarPlan.of(needed, (kind, date) -> Night.UNKNOWN);
        Map<RoomKind, Map<LocalDate, Integer>> occupied = new HashMap<>();

        for (Step step : arrivals(schedule, window, random)) {
            RoomKind kind = RoomKind.soldTo(step.reservation());
            Map<LocalDate, Integer> nights = occupied.computeIfAbsent(kind, absent -> new HashMap<>());
            if (step.kind() == StepKind.BOOKED) {
                step.reservation().nights().dates().forEach(date -> nights.merge(date, 1, Integer::sum));
                nights.forEach((date, rooms) -> assertThat(rooms).isLessThanOrEqualTo(offered(plan, kind, date)));
            }
            NeededRooms.givenBack(step)
                    .ifPresent(free -> free.dates().forEach(date -> nights.merge(date, -1, Integer::sum)));
        }
    }

    @Property(tries = 100)
    void theHouseIsAsLargeAsItsFullestNight(@ForAll("reservations") List<Reservation> reservations) {
        NeededRooms needed = NeededRooms.of(Schedule.of(reservations), 1);

        for (RoomKind kind : needed.kinds()) {
            int fullest = needed.span()
                    .dates()
                    .mapToInt(date -> (int) reservations.stream()
                            .filter(reservation -> RoomKind.soldTo(reservation).equals(kind))
                            .filter(reservation -> slept(reservation, date))
                            .count())
                    .max()
                    .orElse(0);
            assertThat(needed.physical(kind)).isEqualTo(fullest);
        }
    }

    @Property(tries = 100)
    void whatIsOnTheBooksKeepsItsRoomsAndNothingIsLowered(
            @ForAll("reservations") List<Reservation> reservations,
            @ForAll @IntRange(max = 5) int capacity,
            @ForAll @IntRange(max = 3) int allowance,
            @ForAll @IntRange(max = 6) int occupied) {
        NeededRooms needed = NeededRooms.of(Schedule.of(reservations), 4);
        Night before = new Night(capacity, allowance, occupied);
        CalendarPlan plan = CalendarPlan.of(needed, (kind, date) -> before);

        for (RoomKind kind : needed.kinds()) {
            needed.span().dates().forEach(date -> {
                Night after = night(plan, kind, date, before);
                assertThat(after.capacity()).isGreaterThanOrEqualTo(capacity);
                assertThat(after.allowance()).isGreaterThanOrEqualTo(allowance);
                assertThat(after.capacity() + after.allowance())
                        .isGreaterThanOrEqualTo(occupied + needed.sold(kind, date));
            });
        }
    }

    @Property(tries = 100)
    void aPlanThatIsCarriedOutLeavesNothingToDo(@ForAll("reservations") List<Reservation> reservations) {
        NeededRooms needed = NeededRooms.of(Schedule.of(reservations), 4);
        CalendarPlan plan = CalendarPlan.of(needed, (kind, date) -> Night.UNKNOWN);

        CalendarPlan again = CalendarPlan.of(needed, (kind, date) -> night(plan, kind, date, Night.UNKNOWN));

        assertThat(again.runs().values()).allMatch(List::isEmpty);
        plan.runs().values().forEach(runs -> {
            for (int i = 1; i < runs.size(); i++) {
                assertThat(runs.get(i - 1).goesOnWith(runs.get(i))).isFalse();
            }
        });
    }

    @Provide
    Arbitrary<List<Reservation>> reservations() {
        return Reservations.several(40);
    }

    /** Some order in which a window lets steps arrive: the next is any that is open and whose reservation has come so far. */
    private static List<Step> arrivals(Schedule schedule, int window, Random random) {
        List<Step> arrivals = new ArrayList<>();
        Set<Integer> done = new HashSet<>();
        int low = 0;
        while (low < schedule.size()) {
            List<Integer> open = new ArrayList<>();
            Set<String> waiting = new HashSet<>();
            for (int at = low; at < Math.min(low + window, schedule.size()); at++) {
                if (!done.contains(at)
                        && waiting.add(schedule.steps().get(at).reservation().remoteId())) {
                    open.add(at);
                }
            }
            int next = open.get(random.nextInt(open.size()));
            arrivals.add(schedule.steps().get(next));
            done.add(next);
            while (done.contains(low)) {
                low++;
            }
        }
        return arrivals;
    }

    private static boolean slept(Reservation reservation, LocalDate date) {
        return reservation.ending() == Ending.STAYED
                && reservation.nights().contains(date)
                && date.isBefore(reservation.endedOn());
    }

    private static int offered(CalendarPlan plan, RoomKind kind, LocalDate date) {
        Night night = night(plan, kind, date, Night.UNKNOWN);
        return night.capacity() + night.allowance();
    }

    private static Night night(CalendarPlan plan, RoomKind kind, LocalDate date, Night before) {
        return plan.runs().getOrDefault(kind, List.of()).stream()
                .filter(run -> run.nights().contains(date))
                .map(run -> new Night(run.capacity(), run.allowance(), before.occupied()))
                .findFirst()
                .orElse(before);
    }
}
