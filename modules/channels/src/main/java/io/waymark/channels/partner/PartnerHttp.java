package io.waymark.channels.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.channels.connection.Outbound;
import io.waymark.channels.partner.Partner.Delivered;
import io.waymark.channels.partner.Partner.Sent;
import io.waymark.events.channels.ChannelSyncEvent.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one HTTP client for all channels: bounded in time and in what it reads; it follows no redirect. */
public final class PartnerHttp implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int LARGEST_ANSWER = 2 << 20;

    private final HttpClient client;
    private final Function<String, @Nullable String> secrets;

    /**
     * A client.
     *
     * @param secrets the value of an environment variable; null where it is not set
     */
    public PartnerHttp(Function<String, @Nullable String> secrets) {
        this.secrets = secrets;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** A request with our name and password there. */
    HttpRequest.Builder request(Outbound outbound, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(outbound.url() + path)).timeout(outbound.timeLimit());
        @Nullable
        String password = outbound.passwordVariable() == null ? null : secrets.apply(outbound.passwordVariable());
        return password == null
                ? request
                : request.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((outbound.user() + ":" + password).getBytes(UTF_8)));
    }

    CompletionStage<HttpResponse<byte[]>> send(HttpRequest request) {
        return client.sendAsync(request, bounded());
    }

    /**
     * Sends a message and says what came of it.
     *
     * @param mayComeLate whether the message would count if it arrived behind later ones
     * @param read what an answer with this status and body means
     */
    CompletionStage<Sent> send(
            HttpRequest request,
            String action,
            long bytes,
            boolean mayComeLate,
            Function<HttpResponse<byte[]>, Delivered> read) {
        return send(request).handle((response, failure) -> {
            if (failure != null) {
                return new Sent(failed(failure, mayComeLate), action, 0, bytes);
            }
            return new Sent(delivered(response, mayComeLate, read), action, response.statusCode(), bytes);
        });
    }

    private static Delivered delivered(
            HttpResponse<byte[]> response, boolean mayComeLate, Function<HttpResponse<byte[]>, Delivered> read) {
        int status = response.statusCode();
        return switch (status) {
            case 429 -> new Delivered.Failed(Failure.LIMITED, "HTTP status 429", retryAfter(response), false);
            case 502, 504 -> new Delivered.Failed(Failure.UNKNOWN, "HTTP status " + status, null, mayComeLate);
            case 503 -> new Delivered.Failed(Failure.DECLINED, "HTTP status 503", retryAfter(response), false);
            default ->
                status >= 200 && status < 300
                        ? read.apply(response)
                        : new Delivered.Failed(Failure.DECLINED, "HTTP status " + status, null, false);
        };
    }

    private static Delivered failed(Throwable failure, boolean mayComeLate) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        boolean neverSent = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        if (neverSent) {
            return new Delivered.Failed(Failure.UNREACHABLE, "no connection", null, false);
        }
        String reason = cause instanceof HttpTimeoutException
                ? "no answer in time"
                : "the connection ended before an answer came";
        return new Delivered.Failed(Failure.UNKNOWN, reason, null, mayComeLate);
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        try {
            return response.headers()
                    .firstValue("Retry-After")
                    .map(text -> Duration.ofSeconds(Math.max(0, Long.parseLong(text.strip()))))
                    .map(pause -> pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)
                    .orElse(null);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static BodyHandler<byte[]> bounded() {
        return information -> BodySubscribers.mapping(BodySubscribers.ofInputStream(), PartnerHttp::atMost);
    }

    private static byte[] atMost(InputStream body) {
        try (body) {
            return body.readNBytes(LARGEST_ANSWER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
