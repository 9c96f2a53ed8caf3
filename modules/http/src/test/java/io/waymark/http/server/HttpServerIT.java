package io.waymark.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.waymark.http.OuterEdge;
import io.waymark.http.ProblemException;
import io.waymark.kernel.ProblemCode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, for clients that send ahead, trickle, lie, leave or never end. */
class HttpServerIT extends AllDirectives {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: here\r\n\r\n";

    private final ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "server", config());
    private final CompletableFuture<String> slow = new CompletableFuture<>();
    private final AtomicBoolean left = new AtomicBoolean();
    private final AtomicLong made = new AtomicLong();
    private final HttpServer server = join(HttpServer.start(
            system, "127.0.0.1", 0, new OuterEdge(InstantSource.system()).server(system, List.of(), routes())));

    @AfterEach
    void stop() {
        system.terminate();
        join(system.getWhenTerminated());
    }

    @Test
    void requestsSentAheadAreAnsweredInTheirOrder() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.say(put("a").repeat(40) + put("last"));

            for (int i = 0; i < 40; i++) {
                assertThat(wire.answer().body()).isEqualTo("a");
            }
            assertThat(wire.answer().body()).isEqualTo("last");
        }
    }

    @Test
    void aBodyInPiecesIsOneBody() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.say("PUT /echo HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n");
            wire.say("3\r\nabc\r\n").say("2\r\nde\r\n").say("0\r\n\r\n");

            assertThat(wire.answer().body()).isEqualTo("abcde");
        }
    }

    @Test
    void whoAsksWhetherToSendIsToldTo() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.say("PUT /echo HTTP/1.1\r\nHost: here\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");

            assertThat(wire.head().status()).contains("100");
            assertThat(wire.say("abc").answer().body()).isEqualTo("abc");
        }
    }

    @Test
    void whoAsksWhetherToSendTooMuchIsToldNotTo() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.say("PUT /echo HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n");

            assertProblem(wire.answer(), 413, "too-large");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NONSENSE, 400, malformed",
        "GET /hello HTTP/7.9, 400, malformed",
        "GET / and more HTTP/1.1, 400, malformed",
        "GET http://[ HTTP/1.1, 400, malformed",
        "GET /%zz HTTP/1.1, 400, malformed"
    })
    void whatIsNoRequestIsAProblem(String line, int status, String code) throws IOException {
        try (Wire wire = new Wire(server.port())) {
            assertProblem(wire.say(line + "\r\nHost: here\r\n\r\n").answer(), status, code);
        }
    }

    @Test
    void endlessAddressesAndHeadersAreProblems() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            assertProblem(
                    wire.say("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\n\r\n").answer(), 400, "malformed");
        }
        try (Wire wire = new Wire(server.port())) {
            wire.say("GET /hello HTTP/1.1\r\nHost: here\r\nA: " + "a".repeat(20_000) + "\r\n\r\n");

            assertProblem(wire.answer(), 413, "too-large");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsReadAndRefusedAndTheConnectionGoesOn() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.say("PUT /echo HTTP/1.1\r\nHost: here\r\nContent-Length: 3000000\r\n\r\n")
                    .fill(3_000_000);

            assertProblem(wire.answer(), 413, "too-large");
            assertThat(wire.say(GET).answer().body()).isEqualTo("hello");
        }
    }

    @Test
    void allBodiesTogetherHaveABound() throws IOException {
        String head = "PUT /echo HTTP/1.1\r\nHost: here\r\nContent-Length: 90000\r\n\r\n";
        try (Wire first = new Wire(server.port());
                Wire second = new Wire(server.port())) {
            first.say(head).fill(89_999);
            Wire.Answer refused = second.say(head).fill(90_000).answer();

            assertProblem(refused, 503, "unavailable");
            assertThat(first.say("x").answer().status()).contains("200");
            assertThat(second.say(head).fill(90_000).answer().status()).contains("200");
        }
    }

    @Test
    void aBodyThatStopsComingIsGivenUp() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.say("PUT /echo HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\nabc");

            assertProblem(wire.answer(), 503, "unavailable");
            assertThat(wire.rest()).isEmpty();
        }
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            assertThat(wire.rest()).isEmpty();
        }
    }

    @Test
    void oneConnectionTooManyIsToldSo() throws IOException {
        try (Wire first = new Wire(server.port());
                Wire second = new Wire(server.port());
                Wire third = new Wire(server.port())) {
            assertThat(first.say(GET).answer().body()).isEqualTo("hello");
            assertThat(second.say(GET).answer().body()).isEqualTo("hello");

            assertProblem(third.answer(), 503, "unavailable");
        }
    }

    @Test
    void aStreamGoesOutAsFastAsItIsReadAndNoFaster() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.say("GET /endless HTTP/1.1\r\nHost: here\r\n\r\n");
            assertThat(wire.head().header("transfer-encoding")).isEqualTo("chunked");
            await().atMost(LIMIT).until(() -> {
                long before = made.get();
                return before > 0 && before == afterAMoment(made);
            });
            assertThat(made.get()).isLessThan(1_000);
        }
        await().atMost(LIMIT).untilTrue(left);
    }

    @Test
    void aStreamThatEndsLeavesTheConnectionOpen() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.say("GET /few HTTP/1.1\r\nHost: here\r\n\r\n").head();
            for (String expected : List.of("1", "a", "1", "b", "0", "")) {
                assertThat(wire.line()).isEqualTo(expected);
            }
            assertThat(wire.say(GET).answer().body()).isEqualTo("hello");
        }
    }

    @Test
    void anOlderClientReadsToTheEnd() throws IOException {
        try (Wire wire = new Wire(server.port())) {
            wire.say("GET /few HTTP/1.0\r\n\r\n");

            assertThat(wire.head().header("connection")).isEqualTo("close");
            assertThat(wire.rest()).isEqualTo("ab");
        }
    }

    @Test
    void whatIsBeingAnsweredWhenItStopsIsAnswered() throws IOException {
        try (Wire busy = new Wire(server.port());
                Wire idle = new Wire(server.port())) {
            busy.say("GET /slow HTTP/1.1\r\nHost: here\r\n\r\n");
            idle.say(GET).answer();
            CompletionStage<?> stopped = server.stop(LIMIT);

            assertThat(idle.rest()).isEmpty();
            slow.complete("at last");
            Wire.Answer answer = busy.answer();
            assertThat(answer.body()).isEqualTo("at last");
            assertThat(answer.header("connection")).isEqualTo("close");
            join(stopped);
            assertThatThrownBy(() -> new Wire(server.port()).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        assertThatThrownBy(() -> HttpServer.start(
                                system,
                                "127.0.0.1",
                                server.port(),
                                new OuterEdge(InstantSource.system()).server(system, List.of(), routes()))
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(IOException.class);
    }

    private Route routes() {
        return concat(
                path("hello", () -> get(() -> complete("hello"))),
                path("echo", () -> put(() -> extractRequest(request -> complete(echo(Request.of(request)))))),
                path("slow", () -> get(() -> onSuccess(slow, this::complete))),
                path(
                        "few",
                        () -> get(() ->
                                complete(streamed(Source.from(List.of("a", "b")).map(ByteString::fromString))))),
                path(
                        "endless",
                        () -> get(() -> complete(streamed(Source.repeat(ByteString.fromString("x".repeat(1 << 15)))
                                .map(part -> {
                                    made.incrementAndGet();
                                    return part;
                                })
                                .watchTermination((nothing, end) -> {
                                    end.whenComplete((done, failure) -> left.set(true));
                                    return nothing;
                                }))))));
    }

    private static HttpResponse echo(Request request) {
        return request.body(Integer.MAX_VALUE)
                .map(body -> HttpResponse.create()
                        .withEntity(HttpEntities.create(ContentTypes.APPLICATION_OCTET_STREAM, body)))
                .orElseThrow(() -> ProblemException.of(ProblemCode.TOO_LARGE, "It is too large for a test."));
    }

    private static HttpResponse streamed(Source<ByteString, ?> parts) {
        return HttpResponse.create()
                .withEntity(HttpEntities.createChunked(
                        ContentTypes.APPLICATION_OCTET_STREAM,
                        parts.mapMaterializedValue(any -> org.apache.pekko.NotUsed.getInstance())));
    }

    private static long afterAMoment(AtomicLong number) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(200);
        return number.get();
    }

    private static String put(String body) {
        return "PUT /echo HTTP/1.1\r\nHost: here\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void assertProblem(Wire.Answer answer, int status, String code) {
        assertThat(answer.status()).contains(" " + status + " ");
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"requestId\":\"req_");
    }

    private static Config config() {
        return ConfigFactory.parseMap(Map.of(
                        "pekko.actor.provider",
                        "local",
                        "waymark.http.connections",
                        2,
                        "waymark.http.largest-body",
                        "100 kB",
                        "waymark.http.bodies-in-memory",
                        "120 kB",
                        "waymark.http.body-limit",
                        "2 s",
                        "waymark.http.answer-limit",
                        "8 s",
                        "waymark.http.idle-limit",
                        "4 s"))
                .withFallback(ConfigFactory.load());
    }

    private static <T> T join(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
