package io.waymark.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final Faults BAD = new Faults(false, 10, 50, 100, 25, 25, 20, 100, 600, 0, 7);

    @Test
    void everyFateComesAsOftenAsItsRateSays() {
        Map<Fate, Integer> drawn = new EnumMap<>(Fate.class);
        IntStream.range(0, 1_000).forEach(number -> drawn.merge(BAD.fate(number), 1, Integer::sum));

        assertThat(drawn)
                .isEqualTo(Map.of(
                        Fate.ACCEPT, 770,
                        Fate.DELAY, 10,
                        Fate.DUPLICATE, 50,
                        Fate.REORDER, 100,
                        Fate.LOSE_REQUEST, 25,
                        Fate.LOSE_ANSWER, 25,
                        Fate.REFUSE, 20));
    }

    @Test
    void theSameSeedThrowsTheSameFates() {
        Dice one = new Dice();
        Dice other = new Dice();
        one.set(BAD);
        other.set(BAD);

        assertThat(Stream.generate(one::next).limit(200))
                .containsExactlyElementsOf(
                        Stream.generate(other::next).limit(200).toList());
    }

    @Test
    void ratesBeyondAThousandAreNoRates() {
        assertThatThrownBy(() -> new Faults(false, 600, 600, 0, 0, 0, 0, 0, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Faults(false, -1, 0, 0, 0, 0, 0, 0, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Faults(false, 0, 0, 0, 0, 0, 0, 10_001, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
