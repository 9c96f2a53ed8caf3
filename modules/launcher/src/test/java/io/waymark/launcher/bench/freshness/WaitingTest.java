package io.waymark.launcher.bench.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final long MILLI = 1_000_000;

    private final Waiting waiting = new Waiting();

    @Test
    void aSampleIsSeenAtItsRevisionOrALaterOne() {
        waiting.add(new Sample("bkg_1", 3, 0));
        waiting.add(new Sample("bkg_1", 4, 0));
        waiting.add(new Sample("bkg_2", 3, 0));

        waiting.seen(Map.of("bkg_1", 2L), 10 * MILLI);
        assertThat(waiting.seenSoFar()).isZero();

        waiting.seen(Map.of("bkg_1", 4L), 20 * MILLI);
        assertThat(waiting.seenSoFar()).isEqualTo(2);
        assertThat(waiting.bookings()).containsExactly("bkg_2");
    }

    @Test
    void theWaitIsFromTheCommitToTheFirstSight() {
        waiting.add(new Sample("bkg_1", 1, 5 * MILLI));
        waiting.seen(Map.of("bkg_1", 1L), 45 * MILLI);
        waiting.seen(Map.of("bkg_1", 1L), 900 * MILLI);

        assertThat(waiting.isEmpty()).isTrue();
        assertThat(waiting.percentileMillis(99)).isEqualTo(40.0, within(0.1));
    }

    @Test
    void whatIsSeenBeforeItsAnswerCameHasNotWaited() {
        waiting.add(new Sample("bkg_1", 1, 50 * MILLI));
        waiting.seen(Map.of("bkg_1", 1L), 45 * MILLI);

        assertThat(waiting.percentileMillis(100)).isZero();
    }

    @Test
    void thoseThatHaveWaitedLongestAreLookedForFirst() {
        for (int i = 0; i < 3 * Waiting.AT_ONCE; i++) {
            waiting.add(new Sample("bkg_" + i, 1, i * MILLI));
        }
        assertThat(waiting.bookings())
                .hasSize(Waiting.AT_ONCE)
                .startsWith("bkg_0")
                .endsWith("bkg_99");
    }
}
