package io.waymark.launcher.scenario.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Which fault comes when: round after round of all kinds, each round in an order of its own, all of it from one seed. */
final class FaultOrder {

    private static final int SHORTEST_PAUSE_SECONDS = 6;
    private static final int LONGEST_PAUSE_SECONDS = 24;
    private static final int LONGEST_JUMP_MINUTES = 20;

    /**
     * One fault.
     *
     * @param pause after the fault before has begun, whether or not that is over: faults may meet
     * @param node which of the nodes, counted from 1, where it is about one
     * @param minutes by which a clock jumps
     */
    record Blow(FaultKind kind, Duration pause, int node, int minutes) {}

    private final List<FaultKind> kinds;
    private final int nodes;
    private final Random random;
    private final Deque<FaultKind> round = new ArrayDeque<>();

    FaultOrder(Collection<FaultKind> kinds, int nodes, long seed) {
        this.kinds = kinds.stream().sorted().toList();
        this.nodes = nodes;
        this.random = new Random(seed);
    }

    Blow next() {
        if (round.isEmpty()) {
            List<FaultKind> shuffled = new ArrayList<>(kinds);
            Collections.shuffle(shuffled, random);
            round.addAll(shuffled);
        }
        int pause = SHORTEST_PAUSE_SECONDS + random.nextInt(LONGEST_PAUSE_SECONDS - SHORTEST_PAUSE_SECONDS + 1);
        return new Blow(
                round.removeFirst(),
                Duration.ofSeconds(pause),
                1 + random.nextInt(nodes),
                1 + random.nextInt(LONGEST_JUMP_MINUTES));
    }
}
