package io.waymark.launcher.bench.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void equalCopiesLackNothing() {
        assertThat(Comparison.of(Map.of("a", 1L, "b", 2L), Map.of("a", 1L, "b", 2L))
                        .total())
                .isZero();
    }

    @Test
    void everyKindOfDifferenceIsCounted() {
        Comparison comparison = Comparison.of(Map.of("a", 1L, "b", 2L, "c", 3L), Map.of("b", 1L, "c", 3L, "d", 1L));

        assertThat(comparison).isEqualTo(new Comparison(1, 1, 1));
    }
}
