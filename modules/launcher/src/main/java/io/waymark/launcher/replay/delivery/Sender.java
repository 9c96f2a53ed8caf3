package io.waymark.launcher.replay.delivery;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends one request and does not come back without a final answer. */
final class Sender {

    private final HttpClient client;
    private final Patience patience;
    private final InstantSource clock;
    private final StopSignal stop;

    Sender(HttpClient client, Patience patience, InstantSource clock, StopSignal stop) {
        this.client = client;
        this.patience = patience;
        this.clock = clock;
        this.stop = stop;
    }

    /**
     * Sends until there is a final answer; null where the replay was stopped before one came.
     *
     * @param meaning what an answer means for this request
     * @throws ReplayFailure where no later request can succeed either
     */
    @Nullable
    Reply send(HttpRequest request, Function<HttpResponse<byte[]>, Answer> meaning) throws InterruptedException {
        Instant began = clock.instant();
        for (int attempt = 0; ; attempt++) {
            Attempt outcome = attempt(request, meaning);
            Duration tried = Duration.between(began, clock.instant());
            switch (outcome.answer()) {
                case Answer.Final last -> {
                    return new Reply(last, Objects.requireNonNull(outcome.response()));
                }
                case Answer.NotYet(String reason) -> {
                    if (tried.compareTo(patience.notYet()) >= 0) {
                        return new Reply(new Answer.Refused(reason), Objects.requireNonNull(outcome.response()));
                    }
                    stop.pause(patience.pause(attempt));
                }
                case Answer.Unavailable(String reason, Duration retryAfter) -> {
                    if (tried.compareTo(patience.unavailable()) >= 0) {
                        throw new ReplayFailure("The system has not answered for "
                                + patience.unavailable().toMinutes() + " minutes ("
                                + reason + "). Run the same command again when it is back: "
                                + "the replay goes on where it stopped.");
                    }
                    stop.pause(longer(patience.pause(attempt), retryAfter));
                }
                case Answer.Hopeless(String sentence) -> throw new ReplayFailure(sentence);
            }
            if (stop.isGiven()) {
                return null;
            }
        }
    }

    private Attempt attempt(HttpRequest request, Function<HttpResponse<byte[]>, Answer> meaning)
            throws InterruptedException {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return new Attempt(meaning.apply(response), response);
        } catch (IOException e) {
            // Refused, reset, cut off or timed out: it may or may not have arrived, and sending it again is safe.
            return new Attempt(new Answer.Unavailable(reason(e), Duration.ZERO), null);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? "no connection" : message;
    }

    private Duration longer(Duration pause, Duration retryAfter) {
        if (retryAfter.compareTo(pause) < 0) {
            return pause;
        }
        return retryAfter.compareTo(patience.longestPause()) < 0 ? retryAfter : patience.longestPause();
    }

    /**
     * A final answer.
     *
     * @param response what it was read from
     */
    record Reply(Answer.Final answer, HttpResponse<byte[]> response) {}

    private record Attempt(Answer answer, @Nullable HttpResponse<byte[]> response) {}
}
