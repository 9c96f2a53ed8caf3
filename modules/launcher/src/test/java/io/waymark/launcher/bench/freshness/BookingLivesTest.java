package io.waymark.launcher.bench.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waymark.launcher.bench.freshness.BookingLives.Due;
import io.waymark.launcher.bench.freshness.BookingLives.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BookingLivesTest {

    private static final long APART = 10;
    private static final long TURNS = 4_000;

    private final List<Due> dues = LongStream.range(0, TURNS)
            .mapToObj(turn -> BookingLives.due(turn, APART))
            .filter(Objects::nonNull)
            .toList();

    @Test
    void everyLifeGoesThroughItsStepsInOrder() {
        Map<Long, List<Step>> lives = dues.stream()
                .collect(Collectors.groupingBy(
                        Due::booking, Collectors.mapping(Due::step, Collectors.toUnmodifiableList())));

        List<Step> cancelled = List.of(Step.BOOKED, Step.CHANGED, Step.CANCELLED_OR_ARRIVED);
        for (long booking = 0; booking < TURNS / 4 - 3 * APART; booking++) {
            assertThat(lives.get(booking))
                    .isEqualTo(BookingLives.cancels(booking) ? cancelled : List.of(Step.values()));
        }
    }

    @Test
    void stepsOfABookingAreFarApart() {
        long booked = dues.indexOf(new Due(100, Step.BOOKED));
        long changed = dues.indexOf(new Due(100, Step.CHANGED));

        assertThat(changed - booked).isGreaterThan(2 * APART);
    }

    @Test
    void asManyAreCancelledAsInRealHotels() {
        long cancelled =
                LongStream.range(0, 10_000).filter(BookingLives::cancels).count();

        assertThat(cancelled / 10_000.0).isEqualTo(0.37, within(0.02));
    }
}
