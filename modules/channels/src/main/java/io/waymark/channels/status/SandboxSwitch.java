package io.waymark.channels.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.connection.Outbound;
import io.waymark.http.HttpJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The fault switches of a channel of the sandbox. No other channel has any. */
final class SandboxSwitch {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpClient client;

    SandboxSwitch(HttpClient client) {
        this.client = client;
    }

    /**
     * How the channel misbehaves: of a thousand messages in either direction, how many meet each fate.
     *
     * @param down whether nobody answers at all
     * @param limitPerSecond how many messages a second it takes; 0 for no limit
     */
    record Faults(
            boolean down,
            int delay,
            int duplicate,
            int reorder,
            int loseRequest,
            int loseAnswer,
            int refuse,
            int delayMillis,
            int holdMillis,
            int limitPerSecond,
            long seed) {

        private static final int ALL = 1_000;
        private static final int LONGEST_MILLIS = 10_000;

        boolean possible() {
            return java.util.stream.IntStream.of(delay, duplicate, reorder, loseRequest, loseAnswer, refuse)
                            .allMatch(rate -> rate >= 0 && rate <= ALL)
                    && delay + duplicate + reorder + loseRequest + loseAnswer + refuse <= ALL
                    && delayMillis >= 0
                    && delayMillis <= LONGEST_MILLIS
                    && holdMillis >= 0
                    && holdMillis <= LONGEST_MILLIS
                    && limitPerSecond >= 0;
        }
    }

    CompletionStage<Faults> read(ChannelConnection connection, Outbound outbound) {
        return answer(HttpRequest.newBuilder(address(connection, outbound, ""))
                        .timeout(LIMIT)
                        .GET()
                        .build())
                .thenApply(body -> faults(body, "/faults"));
    }

    CompletionStage<Faults> set(ChannelConnection connection, Outbound outbound, Faults faults) {
        try {
            return answer(HttpRequest.newBuilder(address(connection, outbound, "/faults"))
                            .timeout(LIMIT)
                            .PUT(BodyPublishers.ofByteArray(HttpJson.MAPPER.writeValueAsBytes(faults)))
                            .build())
                    .thenApply(body -> faults(body, ""));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("switches can be written", e);
        }
    }

    private CompletionStage<byte[]> answer(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(response -> {
            if (response.statusCode() != 200) {
                throw new UncheckedIOException(new IOException("the sandbox answers " + response.statusCode()));
            }
            return response.body();
        });
    }

    private static URI address(ChannelConnection connection, Outbound outbound, String what) {
        return outbound.url().resolve("/control/channels/" + connection.name() + what);
    }

    private static Faults faults(byte[] body, String pointer) {
        try {
            return HttpJson.MAPPER.treeToValue(HttpJson.MAPPER.readTree(body).at(pointer), Faults.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
