package io.waymark.launcher.replay.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.launcher.replay.source.BookingFile;
import io.waymark.launcher.replay.source.Reservation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    @Property
    void aStoryIsLegalFromBookingToEnd(@ForAll("reservation") Reservation reservation) {
        List<Step> story = Story.of(reservation);

        assertThat(story).extracting(Step::number).isEqualTo(numbers(story));
        List<StepKind> expected = new ArrayList<>(List.of(StepKind.BOOKED));
        expected.addAll(Collections.nCopies(reservation.changes(), StepKind.CHANGED));
        expected.addAll(
                switch (reservation.ending()) {
                    case STAYED -> List.of(StepKind.ARRIVED, StepKind.DEPARTED);
                    case CANCELLED -> List.of(StepKind.CANCELLED);
                    case NO_SHOW -> List.of(StepKind.NO_SHOW);
                });
        assertThat(story).extracting(Step::kind).isEqualTo(expected);
    }

    @Property
    void everyStepHappensAfterTheOneBeforeAndOnTheDayTheDataSays(@ForAll("reservation") Reservation reservation) {
        List<Step> story = Story.of(reservation);

        assertThat(story).extracting(Step::at).isSortedAccordingTo(Comparator.<Instant>naturalOrder());
        assertThat(story).extracting(Step::at).doesNotHaveDuplicates();
        for (Step step : story) {
            LocalDate day = LocalDate.ofInstant(step.at(), ZONE);
            switch (step.kind()) {
                case BOOKED -> assertThat(day).isEqualTo(reservation.bookedOn());
                case CHANGED -> assertThat(day).isBetween(reservation.bookedOn(), reservation.arrival());
                case ARRIVED -> assertThat(day).isEqualTo(reservation.arrival());
                case CANCELLED, DEPARTED, NO_SHOW -> assertThat(day).isEqualTo(reservation.endedOn());
            }
        }
    }

    @Property
    void changesLeadToWhatTheRowSaysAndEachSaysSomethingNew(@ForAll("reservation") Reservation reservation) {
        List<Agreed> agreed = Story.of(reservation).stream()
                .filter(step -> step.kind() == StepKind.BOOKED || step.kind() == StepKind.CHANGED)
                .map(Step::agreed)
                .toList();

        assertThat(agreed.getLast().specialRequests()).isEqualTo(reservation.specialRequests());
        assertThat(agreed.getLast().parkingSpaces()).isEqualTo(reservation.parkingSpaces());
        for (int i = 1; i < agreed.size(); i++) {
            assertThat(agreed.get(i)).isNotEqualTo(agreed.get(i - 1));
            assertThat(agreed.get(i).specialRequests())
                    .isGreaterThanOrEqualTo(agreed.get(i - 1).specialRequests());
            assertThat(agreed.get(i).parkingSpaces())
                    .isGreaterThanOrEqualTo(agreed.get(i - 1).parkingSpaces());
        }
    }

    @Property(tries = 100)
    void theOrderOfTheFileDoesNotMatter(@ForAll("reservations") List<Reservation> reservations, @ForAll Random random) {
        List<Reservation> shuffled = new ArrayList<>(reservations);
        Collections.shuffle(shuffled, random);

        assertThat(Schedule.of(shuffled).steps())
                .isEqualTo(Schedule.of(reservations).steps());
    }

    @Test
    void theSampleIsToldInTheOrderOfTime() {
        List<Reservation> reservations = BookingFile.SAMPLE.read().reservations();
        Schedule schedule = Schedule.of(reservations);

        assertThat(schedule.steps()).isSortedAccordingTo(Step.IN_TIME);
        Map<String, List<Step>> stories = schedule.steps().stream()
                .collect(Collectors.groupingBy(step -> step.reservation().remoteId()));
        assertThat(stories).hasSize(10_000);
        stories.values()
                .forEach(story -> assertThat(story).extracting(Step::number).isEqualTo(numbers(story)));
    }

    @Provide
    Arbitrary<Reservation> reservation() {
        return Reservations.any();
    }

    @Provide
    Arbitrary<List<Reservation>> reservations() {
        return Reservations.several(30);
    }

    private static List<Integer> numbers(List<Step> steps) {
        return IntStream.range(0, steps.size()).boxed().toList();
    }
}
