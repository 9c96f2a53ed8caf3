package io.waymark.launcher.bench.freshness;

import io.waymark.launcher.bench.ProcessTime;
import io.waymark.launcher.bench.freshness.Copies.Size;
import io.waymark.launcher.parts.Stack;
import io.waymark.servers.ServerFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How a backlog was worked off.
 *
 * @param events of the journal that waited when the pipeline was ready
 * @param warehouse from the pipeline's readiness until the warehouse had all
 * @param search the same of the search index
 * @param cpu what one event cost, by process
 */
record Drain(long events, Duration warehouse, Duration search, List<Cpu> cpu) {

    private static final List<String> PROCESSES = List.of("flink", "postgres", "elasticsearch");
    private static final long LOOK_MILLIS = 500;
    private static final Duration LIMIT = Duration.ofMinutes(30);

    /** CPU time of one process an event. */
    record Cpu(String process, double microsAnEvent) {}

    /** Starts the pipeline and looks at both copies until nothing is missing. */
    static Drain measure(Stack stack, Copies copies, long events) throws SQLException, InterruptedException {
        Size expected = copies.inJournal();
        long there = copies.inWarehouse().events();
        List<Duration> before = PROCESSES.stream()
                .map(name -> name.equals("flink") ? Duration.ZERO : used(stack, name))
                .toList();
        stack.restart("flink");
        long begin = System.nanoTime();
        // What was written before anybody could look does not count.
        long left = expected.events() - copies.inWarehouse().events();
        long counted = Math.round((double) events * left / (expected.events() - there));
        Duration warehouse = Duration.ZERO;
        Duration search = Duration.ZERO;
        while (warehouse.isZero() || search.isZero()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            Duration now = Duration.ofNanos(System.nanoTime() - begin);
            if (now.compareTo(LIMIT) > 0) {
                throw new ServerFailure("The backlog is not worked off after %d minutes.".formatted(now.toMinutes()));
            }
            if (warehouse.isZero() && copies.inWarehouse().equals(expected)) {
                warehouse = now;
            }
            // Search is never ahead by much, and asking it costs what it could work with.
            if (!warehouse.isZero() && copies.inSearch().equals(expected)) {
                search = now;
            }
        }
        List<Cpu> cpu = IntStream.range(0, PROCESSES.size())
                .mapToObj(i -> new Cpu(
                        PROCESSES.get(i),
                        used(stack, PROCESSES.get(i)).minus(before.get(i)).toNanos() / 1_000.0 / events))
                .toList();
        return new Drain(counted, warehouse, search, cpu);
    }

    double warehousePerSecond() {
        return events * 1e9 / warehouse.toNanos();
    }

    double searchPerSecond() {
        return events * 1e9 / search.toNanos();
    }

    private static Duration used(Stack stack, String process) {
        return ProcessTime.ofTree(stack.process(process).pid());
    }
}
