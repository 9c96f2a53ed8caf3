package io.waymark.launcher.bench;

import io.waymark.kernel.Ids;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Clients of a cluster as good ones are: each changes bookings of its own one after another, and one that gets no answer
 * sends the same command again, to another node, until it is told.
 */
final class FailoverClients implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(14);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 50;

    /** A command that was acknowledged. */
    record Acknowledged(long startNanos, long tookNanos) {}

    private final BenchHouse house;
    private final List<URI> nodes;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<long[]> changes = new ArrayList<>();
    private volatile boolean going = true;
    private volatile @Nullable RuntimeException failure;

    FailoverClients(BenchHouse house, List<URI> nodes) {
        this.house = house;
        this.nodes = List.copyOf(nodes);
    }

    /**
     * Makes the bookings and begins to change them.
     *
     * @param rate how many commands all of them together send in a second, or 0 for as many as are answered
     */
    void start(int clients, int bookingsEach, int rate) throws InterruptedException {
        for (int client = 0; client < clients; client++) {
            changes.add(new long[bookingsEach]);
            for (int i = 0; i < bookingsEach; i++) {
                send(client, "/v1/bookings/" + booking(client, i), house.content(number(client, i), 0, true));
            }
        }
        acknowledged.clear();
        for (int client = 0; client < clients; client++) {
            int number = client;
            threads.execute(() -> work(number, rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(clients) / rate));
        }
    }

    /** What was acknowledged since the last call. */
    List<Acknowledged> taken() {
        @Nullable RuntimeException broken = failure;
        if (broken != null) {
            throw broken;
        }
        List<Acknowledged> taken = new ArrayList<>();
        for (Acknowledged next = acknowledged.poll(); next != null; next = acknowledged.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Lets every client finish the command it is at. */
    void finish() throws InterruptedException {
        going = false;
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE.toSeconds() + 5, TimeUnit.SECONDS)) {
            throw new ServerFailure("Some clients are still waiting for an answer .");
        }
    }

    /** How many changes of a booking were acknowledged, by client and booking. */
    List<long[]> changes() {
        return changes;
    }

    static String booking(int client, int booking) {
        return Ids.derived("bkg", "failover", client + "/" + booking);
    }

    @Override
    public void close() {
        going = false;
        threads.shutdownNow();
        http.close();
    }

    private static long number(int client, int booking) {
        return client * 100L + booking;
    }

    private void work(int client, long nanosBetween) {
        long[] counts = changes.get(client);
        try {
            for (int i = 0; going; i = (i + 1) % counts.length) {
                long next = System.nanoTime() + nanosBetween;
                long change = counts[i] + 1;
                String path = "/v1/bookings/%s/changes/c%d".formatted(booking(client, i), change);
                send(client, path, house.content(number(client, i), change, false));
                counts[i] = change;
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Sends until it is acknowledged; a refusal would be a defect, as every change is a good one. */
    private void send(int client, String path, String body) throws InterruptedException {
        long start = System.nanoTime();
        for (int attempt = 0; System.nanoTime() - start < PATIENCE.toNanos(); attempt++) {
            URI node = nodes.get((client + attempt) % nodes.size());
            try {
                HttpResponse<String> answer =
                        http.send(house.put(node, path, body, ANSWER_LIMIT), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 2) {
                    acknowledged.add(new Acknowledged(start, System.nanoTime() - start));
                    return;
                }
                if (answer.statusCode() / 100 == 4) {
                    throw new ServerFailure("PUT " + path + " was refused: " + answer.body());
                }
            } catch (IOException unanswered) {
                // The node is gone or going: the next one may know.
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new ServerFailure("PUT " + path + " was not answered by any node within " + PATIENCE.toSeconds() + " s.");
    }
}
