package io.waymark.channels.endpoint;

import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.endpoint.AlpineBitsEndpoint.Visitor;
import io.waymark.channels.endpoint.ReservationJson.Push;
import io.waymark.http.Edge;
import io.waymark.http.HttpJson;
import io.waymark.http.Problems;
import io.waymark.http.Scope;
import io.waymark.http.server.Request;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/** POST /v1/channel-reservations: reservations of channels that speak JSON, with a result for each. */
final class ReservationRoutes extends AllDirectives {

    private static final int LARGEST_BODY = 1 << 20;
    private static final int MOST_RESERVATIONS = 100;

    private final AlpineBitsEndpoint visitors;
    private final PushedJson pushed;
    private final InstantSource clock;
    private final RandomGenerator random;

    ReservationRoutes(AlpineBitsEndpoint visitors, PushedJson pushed, InstantSource clock, RandomGenerator random) {
        this.visitors = visitors;
        this.pushed = pushed;
        this.clock = clock;
        this.random = random;
    }

    Route routes() {
        return pathPrefix(
                "v1",
                () -> path(
                        "channel-reservations",
                        () -> post(() -> extractRequest(routed -> completeWithFuture(answer(Request.of(routed)))))));
    }

    private CompletionStage<HttpResponse> answer(Request request) {
        String requestId = Ids.next("req", clock.instant(), random);
        return visitors.visitor(header(request, "Authorization"))
                .thenCompose(visitor -> switch (visitor) {
                    case Visitor.Stranger stranger -> stranger(stranger, requestId);
                    case Visitor.Known known -> answer(known.connection(), request, requestId);
                })
                .exceptionally(failure -> Problems.response(Problems.of(failure, requestId), requestId));
    }

    private static CompletionStage<HttpResponse> stranger(Visitor.Stranger stranger, String requestId) {
        boolean known = stranger.answer().status() == 403;
        return CompletableFuture.completedFuture(Problems.response(
                Problem.of(
                        known ? ProblemCode.FORBIDDEN : ProblemCode.UNAUTHENTICATED,
                        "Send user name and password of a channel connection that may write."),
                requestId));
    }

    private CompletionStage<HttpResponse> answer(ChannelConnection connection, Request request, String requestId) {
        Optional<byte[]> body = request.body(LARGEST_BODY);
        if (body.isEmpty()) {
            return refused(ProblemCode.TOO_LARGE, "The body is larger than this operation takes.", requestId);
        }
        Optional<Push> push = read(body.get());
        if (push.isEmpty()) {
            return refused(
                    ProblemCode.INVALID,
                    "The body is not a list of 1 to " + MOST_RESERVATIONS + " reservations as documented.",
                    requestId);
        }
        @Nullable String occurred = header(request, "Waymark-Occurred-At");
        if (occurred != null && !connection.may(Scope.HISTORY_BACKDATE)) {
            return refused(ProblemCode.FORBIDDEN, "Waymark-Occurred-At needs the scope history:backdate.", requestId);
        }
        return pushed.handle(delivery(connection, request, requestId, instant(occurred)), push.get(), body.get().length)
                .thenApply(results ->
                        Edge.jsonResponse(results).addHeader(RawHeader.create("Waymark-Request-Id", requestId)));
    }

    private Delivery delivery(
            ChannelConnection connection, Request request, String requestId, @Nullable Instant backdated) {
        Instant now = clock.instant();
        return new Delivery(
                connection,
                Ids.next("chm", now, random),
                requestId,
                now,
                backdated,
                null,
                header(request, "User-Agent"),
                request.traceparent());
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Optional<Push> read(byte[] body) {
        try {
            Push push = HttpJson.MAPPER.readValue(body, Push.class);
            return push.reservations().isEmpty() || push.reservations().size() > MOST_RESERVATIONS
                    ? Optional.empty()
                    : Optional.of(push);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static CompletionStage<HttpResponse> refused(ProblemCode code, String detail, String requestId) {
        return CompletableFuture.completedFuture(Problems.response(Problem.of(code, detail), requestId));
    }

    private static @Nullable String header(Request request, String name) {
        return request.header(name).orElse(null);
    }
}
