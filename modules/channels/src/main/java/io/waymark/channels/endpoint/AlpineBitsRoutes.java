package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.http.Answer;
import io.waymark.channels.alpinebits.http.Call;
import io.waymark.channels.alpinebits.http.Envelope;
import io.waymark.channels.connection.ChannelConnection;
import io.waymark.channels.endpoint.AlpineBitsEndpoint.Visitor;
import io.waymark.http.server.Request;
import io.waymark.kernel.Ids;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** POST /alpinebits: headers and body in, headers and body out; everything between is the endpoint's. */
final class AlpineBitsRoutes extends AllDirectives {

    private static final Logger LOG = LoggerFactory.getLogger(AlpineBitsRoutes.class);
    private static final int LONGEST_HEADER = 200;

    private final AlpineBitsEndpoint endpoint;
    private final InstantSource clock;
    private final RandomGenerator random;

    AlpineBitsRoutes(AlpineBitsEndpoint endpoint, InstantSource clock, RandomGenerator random) {
        this.endpoint = endpoint;
        this.clock = clock;
        this.random = random;
    }

    Route routes() {
        return path(
                "alpinebits",
                () -> post(() -> extractRequest(routed -> completeWithFuture(answer(Request.of(routed))))));
    }

    private CompletionStage<HttpResponse> answer(Request request) {
        String requestId = Ids.next("req", clock.instant(), random);
        return endpoint.visitor(header(request, "Authorization"))
                .thenCompose(visitor -> switch (visitor) {
                    case Visitor.Stranger stranger ->
                        CompletableFuture.completedFuture(response(stranger.answer(), false, requestId));
                    case Visitor.Known known -> answer(known.connection(), request, requestId);
                })
                .exceptionally(failure -> {
                    LOG.error("{}: an AlpineBits call failed", requestId, failure);
                    return response(Answer.error(500, "something failed on our side; send it again"), false, requestId);
                });
    }

    private CompletionStage<HttpResponse> answer(ChannelConnection connection, Request request, String requestId) {
        Optional<byte[]> body = request.body(Envelope.LARGEST);
        Arrival arrival = arrival(request, body.orElse(new byte[0]), requestId);
        CompletionStage<Answer> answer =
                body.isEmpty() ? endpoint.tooLarge(connection, arrival) : endpoint.answer(connection, arrival);
        return answer.thenApply(given -> response(given, Envelope.compress(arrival.call()), requestId));
    }

    private static Arrival arrival(Request request, byte[] body, String requestId) {
        return new Arrival(
                new Call(
                        request.contentType(),
                        header(request, "Content-Encoding"),
                        header(request, "Accept-Encoding"),
                        header(request, "X-AlpineBits-ClientProtocolVersion"),
                        body),
                header(request, "Authorization"),
                header(request, "Waymark-Occurred-At"),
                shortened(header(request, "X-Forwarded-For")),
                shortened(userAgent(request)),
                requestId,
                request.traceparent());
    }

    /** The client's own name and version, where it gives them; they say more than the library that it uses. */
    private static @Nullable String userAgent(Request request) {
        String client = header(request, "X-AlpineBits-ClientID");
        return client == null ? header(request, "User-Agent") : client;
    }

    private static @Nullable String header(Request request, String name) {
        return request.header(name).orElse(null);
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_HEADER ? text : text.substring(0, LONGEST_HEADER);
    }

    private static HttpResponse response(Answer answer, boolean compress, String requestId) {
        byte[] body = compress ? Envelope.deflated(answer.body()) : answer.body();
        HttpResponse response = HttpResponse.create()
                .withStatus(StatusCodes.get(answer.status()))
                .withEntity(HttpEntities.create(
                        answer.contentType().equals(Answer.XML)
                                ? MediaTypes.TEXT_XML.toContentType(HttpCharsets.UTF_8)
                                : ContentTypes.TEXT_PLAIN_UTF8,
                        body))
                .addHeader(RawHeader.create("X-AlpineBits-Server-Accept-Encoding", "gzip"))
                .addHeader(RawHeader.create("Waymark-Request-Id", requestId));
        if (answer.status() == 401) {
            response = response.addHeader(RawHeader.create("WWW-Authenticate", "Basic realm=\"AlpineBits\""));
        }
        return compress ? response.addHeader(RawHeader.create("Content-Encoding", "gzip")) : response;
    }
}
