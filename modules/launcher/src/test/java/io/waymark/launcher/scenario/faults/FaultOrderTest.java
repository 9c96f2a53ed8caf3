package io.waymark.launcher.scenario.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.launcher.scenario.faults.FaultOrder.Blow;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FaultOrderTest {

    @Property
    void everyRoundHoldsEveryKindOnce(
            @ForAll @Size(min = 1) Set<FaultKind> kinds,
            @ForAll @IntRange(min = 1, max = 9) int nodes,
            @ForAll long seed) {
        FaultOrder order = new FaultOrder(kinds, nodes, seed);
        for (int round = 0; round < 3; round++) {
            List<Blow> blows = blows(order, kinds.size());

            assertThat(blows.stream().map(Blow::kind).collect(Collectors.toSet()))
                    .isEqualTo(kinds);
            assertThat(blows).allSatisfy(blow -> {
                assertThat(blow.node()).isBetween(1, nodes);
                assertThat(blow.minutes()).isBetween(1, 20);
                assertThat(blow.pause()).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(24));
            });
        }
    }

    @Property
    void theSameSeedBreaksTheSameThings(@ForAll long seed) {
        Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);

        assertThat(blows(new FaultOrder(kinds, 3, seed), 40)).isEqualTo(blows(new FaultOrder(kinds, 3, seed), 40));
    }

    @Example
    void anotherSeedBreaksThemInAnotherOrder() {
        Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);

        assertThat(blows(new FaultOrder(kinds, 3, 1), 40)).isNotEqualTo(blows(new FaultOrder(kinds, 3, 2), 40));
    }

    private static List<Blow> blows(FaultOrder order, int count) {
        return Stream.generate(order::next).limit(count).toList();
    }
}
