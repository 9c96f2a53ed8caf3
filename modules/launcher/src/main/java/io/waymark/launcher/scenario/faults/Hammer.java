package io.waymark.launcher.scenario.faults;

import io.waymark.launcher.parts.Stack;
import io.waymark.launcher.scenario.faults.FaultOrder.Blow;
import io.waymark.servers.Readiness;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes faults and waits until what they hit answers again. */
final class Hammer {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration FULL = Duration.ofSeconds(15);
    private static final Duration MOVED = Duration.ofSeconds(25);
    private static final long LOOK_MILLIS = 500;

    private final Stack stack;
    private final @Nullable SmallDisk disk;
    private final @Nullable NodeClocks clocks;
    private final Desk desk;
    private final long began = System.nanoTime();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    Hammer(Stack stack, @Nullable SmallDisk disk, @Nullable NodeClocks clocks, Desk desk) {
        this.stack = stack;
        this.disk = disk;
        this.clocks = clocks;
        this.desk = desk;
    }

    /** Takes what a blow would hit for it; false where it has not recovered from the one before. */
    boolean claim(Blow blow) {
        return busy.add(target(blow));
    }

    Strike strike(Blow blow) throws InterruptedException {
        String target = target(blow);
        try {
            return switch (blow.kind()) {
                case NODE, FLINK, ELASTICSEARCH, POSTGRES, SANDBOX -> kill(target);
                case DISK_FULL -> fillDisk();
                case CLOCK_AHEAD -> moveClock(blow.node(), blow.minutes());
                case CLOCK_BEHIND -> moveClock(blow.node(), -blow.minutes());
            };
        } finally {
            busy.remove(target);
        }
    }

    private Strike kill(String part) {
        Duration at = sinceBegin();
        long start = System.nanoTime();
        long pid = stack.process(part).pid();
        stack.kill(part);
        boolean back =
                Readiness.within(LIMIT, () -> true, () -> stack.process(part).pid() != pid && stack.ready(part));
        return new Strike(at, "kill -9 of " + part, back ? since(start) : null, "");
    }

    private Strike fillDisk() throws InterruptedException {
        if (disk == null) {
            throw new IllegalStateException("there is no disk to fill");
        }
        Duration at = sinceBegin();
        Map<String, Long> before = desk.answers();
        long start = System.nanoTime();
        while (since(start).compareTo(FULL) < 0) {
            disk.fill();
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        Map<String, Long> meanwhile = Answers.since(before, desk.answers());
        disk.empty();
        long emptied = System.nanoTime();
        boolean back = Readiness.within(LIMIT, () -> true, () -> desk.lastTold() > emptied && stack.ready("postgres"));
        return new Strike(
                at,
                "disk of postgres full",
                back ? since(emptied) : null,
                "full for %d s, meanwhile %s".formatted(FULL.toSeconds(), meanwhile));
    }

    private Strike moveClock(int node, int minutes) throws InterruptedException {
        if (clocks == null) {
            throw new IllegalStateException("there is no clock to move");
        }
        Duration at = sinceBegin();
        Map<String, Long> before = desk.answers();
        clocks.move(node, minutes);
        TimeUnit.MILLISECONDS.sleep(MOVED.toMillis());
        clocks.move(node, 0);
        long right = System.nanoTime();
        Map<String, Long> meanwhile = Answers.since(before, desk.answers());
        boolean back = Readiness.within(LIMIT, () -> true, () -> desk.lastTold() > right);
        return new Strike(
                at,
                "clock of node-%d %+d min".formatted(node, minutes),
                back ? since(right) : null,
                "wrong for %d s, meanwhile %s".formatted(MOVED.toSeconds(), meanwhile));
    }

    private static String target(Blow blow) {
        return switch (blow.kind()) {
            case NODE -> "node-" + blow.node();
            case FLINK -> "flink";
            case ELASTICSEARCH -> "elasticsearch";
            case POSTGRES -> "postgres";
            case SANDBOX -> "sandbox";
            case DISK_FULL -> "disk";
            case CLOCK_AHEAD, CLOCK_BEHIND -> "clock of node-" + blow.node();
        };
    }

    private Duration sinceBegin() {
        return since(began);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
