package io.waymark.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShardPlacementTest {

    private static final int MOST = 10;

    @Test
    void aShardGoesToWhoHasFewest() {
        assertThat(placement(Set.of(), 3, 1, 2).home()).isEqualTo(1);
        assertThat(placement(Set.of(1), 3, 1, 2).home()).isEqualTo(2);
    }

    @Test
    void theShardsOfANodeThatLeavesMoveFirst() {
        assertThat(placement(Set.of(2), 20, 0, 4).moves(Set.of(), 5, 2)).containsExactly("2/0", "2/1", "2/2", "2/3");
        assertThat(placement(Set.of(2), 20, 0, 4).moves(Set.of(), 3, 2)).containsExactly("2/0", "2/1", "2/2");
    }

    @Test
    void sharesAreMadeEvenAtALowerPace() {
        assertThat(placement(Set.of(2), 20, 0, 0).moves(Set.of(), 5, 2)).containsExactly("0/10", "0/11");
        assertThat(placement(Set.of(2), 20, 0, 0).moves(Set.of("0/10"), 5, 2)).containsExactly("0/11");
    }

    @Test
    void aNodeThatLeavesAloneKeepsItsShards() {
        assertThat(placement(Set.of(0), 7).moves(Set.of(), MOST, MOST)).isEmpty();
        assertThat(placement(Set.of(0), 7).home()).isZero();
    }

    @Property
    void shardsEndUpEvenAndNeverOnANodeThatLeaves(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 60) Integer> counts,
            @ForAll Set<@IntRange(max = 5) Integer> leaving) {
        Map<Integer, List<String>> shards =
                shards(counts.stream().mapToInt(count -> count).toArray());
        long total = counts.stream().mapToInt(count -> count).sum();
        for (long round = 0; round <= total; round++) {
            Set<String> moves = new ShardPlacement<>(shards, leaving).moves(Set.of(), MOST, MOST);
            assertThat(moves).hasSizeLessThanOrEqualTo(MOST);
            shards.values().forEach(own -> own.removeAll(moves));
            for (String shard : moves) {
                of(shards, new ShardPlacement<>(shards, leaving).home()).add(shard);
            }
        }

        assertThat(new ShardPlacement<>(shards, leaving).moves(Set.of(), MOST, MOST))
                .isEmpty();
        Set<Integer> staying = new HashSet<>(shards.keySet());
        staying.removeAll(leaving);
        List<Integer> kept = (staying.isEmpty() ? shards.keySet() : staying)
                .stream().map(node -> of(shards, node).size()).toList();
        assertThat(kept.stream().mapToInt(count -> count).sum()).isEqualTo(total);
        assertThat(Collections.max(kept) - Collections.min(kept)).isLessThanOrEqualTo(1);
    }

    @Property
    void noMoreThanSomeAreEverOnTheMove(@ForAll @IntRange(max = 20) int moving) {
        ShardPlacement<Integer> placement = placement(Set.of(0), 40, 0);
        Set<String> already = new HashSet<>(of(placement.shards(), 0).subList(0, moving));

        Set<String> more = placement.moves(already, MOST, MOST);

        assertThat(more).noneMatch(already::contains).hasSize(Math.max(0, MOST - moving));
    }

    private static List<String> of(Map<Integer, List<String>> shards, int node) {
        return Objects.requireNonNull(shards.get(node));
    }

    private static ShardPlacement<Integer> placement(Set<Integer> leaving, int... counts) {
        return new ShardPlacement<>(shards(counts), leaving);
    }

    private static Map<Integer, List<String>> shards(int... counts) {
        Map<Integer, List<String>> shards = new TreeMap<>();
        for (int node = 0; node < counts.length; node++) {
            int owner = node;
            shards.put(
                    node,
                    new ArrayList<>(IntStream.range(0, counts[node])
                            .mapToObj(shard -> owner + "/" + shard)
                            .toList()));
        }
        return shards;
    }
}
