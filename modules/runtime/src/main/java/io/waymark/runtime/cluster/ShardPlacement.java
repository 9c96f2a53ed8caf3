package io.waymark.runtime.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which node keeps which shard: as evenly as can be, none on a node that is still starting or about to leave, and few on the move at a time,
 * because nobody answers for a shard while it moves.
 *
 * @param shards those of every node that may keep some
 * @param avoided nodes that take no work, or none yet; when there are no others they are used all the same
 * @param <N> what a node is known by, in an order that is the same on all nodes
 */
record ShardPlacement<N extends Comparable<N>>(Map<N, List<String>> shards, Set<N> avoided) {

    ShardPlacement {
        shards = new TreeMap<>(shards);
        avoided = Set.copyOf(avoided);
    }

    /** The node for a shard that nobody keeps; there must be one. */
    N home() {
        return wanted().stream().min(Comparator.comparingInt(this::count)).orElseThrow();
    }

    /**
     * The shards to move now: those of nodes to be emptied and, when there are none of these, those that one node has too
     * many of.
     *
     * @param moving those that are on the move already
     * @param emptying how many may be at a time to empty a node, which somebody waits for
     * @param evening how many may be at a time to make shares even, which nobody waits for
     */
    Set<String> moves(Set<String> moving, int emptying, int evening) {
        Collection<N> wanted = wanted();
        List<String> toEmpty = shards.keySet().stream()
                .filter(node -> !wanted.contains(node))
                .flatMap(node -> shardsOf(node).stream())
                .toList();
        return toEmpty.isEmpty()
                ? next(wanted.stream().flatMap(node -> surplus(node, wanted).stream()), moving, evening)
                : next(toEmpty.stream(), moving, emptying);
    }

    private static Set<String> next(Stream<String> shards, Set<String> moving, int most) {
        return shards.filter(shard -> !moving.contains(shard))
                .limit(Math.max(0, most - moving.size()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a node has above its even share; where shares cannot be even, one shard more is no surplus unless one is short. */
    private List<String> surplus(N node, Collection<N> wanted) {
        int total = wanted.stream().mapToInt(this::count).sum();
        int share = total / wanted.size();
        boolean oneIsShort = wanted.stream().anyMatch(other -> count(other) < share);
        int kept = oneIsShort || total % wanted.size() == 0 ? share : share + 1;
        List<String> own = shardsOf(node);
        return own.size() > kept ? own.subList(kept, own.size()) : List.of();
    }

    private Collection<N> wanted() {
        List<N> wanted = new ArrayList<>(shards.keySet());
        wanted.removeAll(avoided);
        return wanted.isEmpty() ? shards.keySet() : wanted;
    }

    private int count(N node) {
        return shardsOf(node).size();
    }

    private List<String> shardsOf(N node) {
        return shards.getOrDefault(node, List.of());
    }
}
