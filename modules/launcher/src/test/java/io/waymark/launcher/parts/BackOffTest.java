package io.waymark.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void everyQuickDeathDoublesTheWaitUpToHalfAMinute() {
        BackOff second = BackOff.INITIAL.after(NOON, NOON.plusSeconds(1));
        BackOff later = second;
        for (int death = 0; death < 20; death++) {
            later = later.longer();
        }

        assertThat(second.next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(later.next()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aLongLifeForgivesEarlierDeaths() {
        BackOff tired = new BackOff(Duration.ofSeconds(30));

        assertThat(tired.after(NOON, NOON.plusSeconds(60))).isEqualTo(BackOff.INITIAL);
    }
}
