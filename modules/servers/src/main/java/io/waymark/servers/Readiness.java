package io.waymark.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a server, never for ever. */
public final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final int OK = 200;

    private Readiness() {}

    /** Asks again and again until the answer is yes, {@code alive} says no, or the limit has passed. */
    public static boolean within(Duration limit, BooleanSupplier alive, BooleanSupplier ready) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!Thread.currentThread().isInterrupted()) {
            if (ready.getAsBoolean()) {
                return true;
            }
            if (System.nanoTime() >= deadline || !alive.getAsBoolean()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return false;
    }

    /** Whether a GET of this address is answered with 200. */
    public static boolean answers(HttpClient client, URI address) {
        return body(client, address).isPresent();
    }

    /** The body of a GET answered with 200; anything else, a refused connection too, is nothing. */
    public static Optional<String> body(HttpClient client, URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == OK ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
