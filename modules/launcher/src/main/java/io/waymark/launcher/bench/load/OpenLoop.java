package io.waymark.launcher.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Requests at a fixed rate, whatever the answers do: who comes next does not wait for who came before, unless every
 * connection is taken. One thread serves them all.
 */
public final class OpenLoop implements AutoCloseable {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Selector selector;
    private final Deque<Connection> idle = new ArrayDeque<>();

    /** Is told of each answer: the number of its request in this run, its status and when it came. */
    @FunctionalInterface
    public interface Listener {
        void answered(long request, int status, long nanos);
    }

    public OpenLoop(InetSocketAddress address, int size) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < size; i++) {
            idle.add(new Connection(address, selector));
        }
    }

    /** Sends for this long at this rate and waits for the last answers. */
    public Answers run(Duration duration, double perSecond, Supplier<byte[]> requests, Listener listener)
            throws IOException {
        long count = Math.round(perSecond * duration.toNanos() / 1e9);
        long begin = System.nanoTime();
        Answers answers = new Answers(new TreeMap<>(), new Histogram(3), 0);
        Map<Connection, Long> underWay = new HashMap<>();
        long sent = 0;
        while (sent < count || !underWay.isEmpty()) {
            while (sent < count && !idle.isEmpty() && due(begin, sent, perSecond) <= System.nanoTime()) {
                Connection connection = idle.remove();
                underWay.put(connection, sent++);
                connection.send(requests.get(), System.nanoTime());
            }
            select(sent < count && !idle.isEmpty() ? due(begin, sent, perSecond) - System.nanoTime() : 0);
            for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ready.remove()) {
                Connection connection = (Connection) ready.next().attachment();
                OptionalInt status = connection.ready();
                if (status.isPresent()) {
                    long now = System.nanoTime();
                    answers.byStatus().merge(status.getAsInt(), 1L, Long::sum);
                    answers.latencyMicros().recordValue((now - connection.sentAt()) / 1_000);
                    listener.answered(Objects.requireNonNull(underWay.remove(connection)), status.getAsInt(), now);
                    idle.add(connection);
                }
            }
        }
        return new Answers(answers.byStatus(), answers.latencyMicros(), System.nanoTime() - begin);
    }

    /** When the request of this number has to be sent. */
    static long due(long begin, long request, double perSecond) {
        return begin + Math.round(request / perSecond * 1e9);
    }

    /** Waits for answers, but little longer than until the next request is due: a spinning client would take a core. */
    private void select(long nanos) throws IOException {
        selector.select(Math.max(1, nanos / NANOS_PER_MILLI));
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : idle) {
            connection.close();
        }
        selector.close();
    }
}
