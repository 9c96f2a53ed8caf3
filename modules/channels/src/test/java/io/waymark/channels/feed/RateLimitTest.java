package io.waymark.channels.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final Instant NOON = Instant.parse("2031-01-01T12:00:00Z");

    @Test
    void whoeverIsRefusedMayGoALittleLater() {
        RateLimit limit = new RateLimit(NOON);

        assertThat(limit.take(1, NOON.plusSeconds(1))).isTrue();
        assertThat(limit.take(1, NOON.plusSeconds(1))).isFalse();
        assertThat(limit.take(1, NOON.plusMillis(1_900))).isFalse();
        assertThat(limit.take(1, NOON.plusSeconds(2))).isTrue();
    }

    @Property(tries = 200)
    void neverMoreThanTheRateAndAQuarterOfASecondAhead(
            @ForAll @IntRange(min = 1, max = 200) int perSecond, @ForAll @IntRange(min = 1, max = 50) int everyMillis) {
        RateLimit limit = new RateLimit(NOON);
        int taken = 0;
        for (int millis = 0; millis <= 3_000; millis += everyMillis) {
            while (limit.take(perSecond, NOON.plusMillis(millis))) {
                taken++;
            }
        }

        assertThat(taken).isLessThanOrEqualTo(3 * perSecond + Math.max(1, perSecond / 4));
    }
}
