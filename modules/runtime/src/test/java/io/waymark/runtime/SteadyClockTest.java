package io.waymark.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SteadyClockTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Instant wall = NOON;
    private long nanos = -5_000_000_000L;
    private final SteadyClock clock = new SteadyClock(() -> wall, () -> nanos);

    @Example
    void goesWithTheSystemsClock() {
        pass(Duration.ofMinutes(3));

        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(3)));
    }

    @Example
    void followsWhatATimeDaemonCorrects() {
        pass(Duration.ofMinutes(3));
        wall = wall.minusMillis(300);

        assertThat(clock.instant()).isEqualTo(wall);
        wall = wall.minusMillis(1_900);
        assertThat(clock.instant()).isEqualTo(wall);
    }

    @Property
    void aJumpThatIsTakenBackIsNeverSeen(
            @ForAll @IntRange(min = -1_440, max = 1_440) int minutes, @ForAll @IntRange(max = 119) int seconds) {
        Duration jump = Duration.ofMinutes(minutes);
        Instant before = clock.instant();
        wall = wall.plus(jump);
        for (int i = 0; i < seconds; i++) {
            assertThat(clock.instant()).isEqualTo(before.plusSeconds(i));
            pass(Duration.ofSeconds(1));
        }
        wall = wall.minus(jump);

        assertThat(clock.instant()).isEqualTo(before.plusSeconds(seconds));
    }

    @Property
    void aJumpThatStaysIsBelievedInTheEnd(@ForAll @IntRange(min = 1, max = 1_440) int minutes) {
        Instant before = clock.instant();
        wall = wall.plus(Duration.ofMinutes(minutes));

        assertThat(clock.instant()).isEqualTo(before);
        pass(Duration.ofMinutes(2));
        assertThat(clock.instant()).isEqualTo(wall);
        pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(wall);
    }

    @Example
    void eachJumpIsDoubtedAnew() {
        clock.instant();
        wall = wall.plus(Duration.ofHours(1));
        clock.instant();
        pass(Duration.ofSeconds(100));
        wall = wall.minus(Duration.ofHours(1));
        clock.instant();
        pass(Duration.ofSeconds(100));
        Instant before = wall;
        wall = wall.plus(Duration.ofHours(2));
        clock.instant();
        pass(Duration.ofSeconds(100));

        assertThat(clock.instant()).isEqualTo(before.plusSeconds(100));
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }
}
