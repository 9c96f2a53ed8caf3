package io.waymark.launcher.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * A fixed number of connections, each sending its next request as soon as the last one is answered. One thread serves
 * them all.
 */
public final class ClosedLoop implements AutoCloseable {

    private static final long SELECT_MILLIS = 100;

    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();

    public ClosedLoop(InetSocketAddress address, int size) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < size; i++) {
            connections.add(new Connection(address, selector));
        }
    }

    /** Sends for this long and waits for the last answers. */
    public Answers run(Duration duration, Supplier<byte[]> requests) throws IOException {
        long end = System.nanoTime() + duration.toNanos();
        return run(() -> System.nanoTime() < end, requests);
    }

    /** Sends this many requests and waits for the last answers. */
    public Answers run(long count, Supplier<byte[]> requests) throws IOException {
        long[] sent = {0};
        return run(() -> sent[0]++ < count, requests);
    }

    private Answers run(BooleanSupplier more, Supplier<byte[]> requests) throws IOException {
        long begin = System.nanoTime();
        Answers answers = new Answers(new TreeMap<>(), new Histogram(3), 0);
        int underWay = 0;
        for (Connection connection : connections) {
            underWay += sendNext(connection, more, requests);
        }
        while (underWay > 0) {
            selector.select(SELECT_MILLIS);
            for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ready.remove()) {
                Connection connection = (Connection) ready.next().attachment();
                OptionalInt status = connection.ready();
                if (status.isPresent()) {
                    count(answers, connection, status.getAsInt());
                    underWay += sendNext(connection, more, requests) - 1;
                }
            }
        }
        return new Answers(answers.byStatus(), answers.latencyMicros(), System.nanoTime() - begin);
    }

    private static int sendNext(Connection connection, BooleanSupplier more, Supplier<byte[]> requests)
            throws IOException {
        if (!more.getAsBoolean()) {
            return 0;
        }
        connection.send(requests.get(), System.nanoTime());
        return 1;
    }

    private static void count(Answers answers, Connection connection, int status) {
        answers.byStatus().merge(status, 1L, Long::sum);
        if (status >= 200 && status < 300) {
            answers.latencyMicros().recordValue((System.nanoTime() - connection.sentAt()) / 1_000);
        }
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
