package io.waymark.sandbox.channel;

import io.waymark.sandbox.fault.Fate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** The last messages of a channel in both directions, and how many there were in all. */
public final class MessageLog {

    private static final int KEPT = 500;

    /**
     * A message and what became of it.
     *
     * @param direction {@code received} from the house, or {@code sent} to it
     */
    public record Line(Instant at, String direction, String what, Fate fate, int status, String detail) {}

    /** How many messages there were, by fate. */
    public record Counts(long received, long sent, Map<Fate, Long> receivedByFate, Map<Fate, Long> sentByFate) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Line> lines = new ArrayDeque<>();
    private final Map<Fate, Long> received = new EnumMap<>(Fate.class);
    private final Map<Fate, Long> sent = new EnumMap<>(Fate.class);

    public void add(Line line) {
        lock.lock();
        try {
            lines.addFirst(line);
            if (lines.size() > KEPT) {
                lines.removeLast();
            }
            (line.direction().equals("sent") ? sent : received).merge(line.fate(), 1L, Long::sum);
        } finally {
            lock.unlock();
        }
    }

    /** Newest first. */
    public List<Line> last(int limit) {
        lock.lock();
        try {
            return new ArrayList<>(lines).subList(0, Math.min(limit, lines.size()));
        } finally {
            lock.unlock();
        }
    }

    public Counts counts() {
        lock.lock();
        try {
            return new Counts(sum(received), sum(sent), new EnumMap<>(received), new EnumMap<>(sent));
        } finally {
            lock.unlock();
        }
    }

    private static long sum(Map<Fate, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
