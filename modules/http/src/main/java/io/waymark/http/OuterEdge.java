package io.waymark.http;

import io.waymark.http.server.Handler;
import io.waymark.http.server.Request;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.http.javadsl.model.HttpMethod;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.ExceptionHandler;
import org.apache.pekko.http.javadsl.server.MethodRejection;
import org.apache.pekko.http.javadsl.server.MissingQueryParamRejection;
import org.apache.pekko.http.javadsl.server.RejectionHandler;
import org.apache.pekko.http.javadsl.server.RequestEntityExpectedRejection;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.javadsl.server.UnacceptedResponseContentTypeRejection;
import org.apache.pekko.http.javadsl.server.UnsupportedRequestContentTypeRejection;
import org.apache.pekko.http.javadsl.server.ValidationRejection;
import org.apache.pekko.japi.function.Function;
import org.jspecify.annotations.Nullable;

/** Around all routes: what no route took, and what no route foresaw, becomes a problem document too. */
public final class OuterEdge extends AllDirectives {

    private final InstantSource clock;

    public OuterEdge(InstantSource clock) {
        this.clock = clock;
    }

    /** Seals the routes: every answer is one that the API documents. */
    public Route seal(Route routes) {
        return handleExceptions(exceptions(), () -> handleRejections(rejections(), () -> routes));
    }

    /** What a server answers with: commands on their short way, everything else through the sealed routes. */
    public Handler server(ClassicActorSystemProvider system, List<CommandRoutes> commands, Route routes) {
        var rest = seal(routes).function(system);
        Executor dispatcher = system.classicSystem().dispatcher();
        return new Handler() {
            @Override
            public CompletionStage<HttpResponse> answer(Request request) {
                try {
                    for (CommandRoutes module : commands) {
                        @Nullable CompletionStage<HttpResponse> answer = module.answer(request);
                        if (answer != null) {
                            return answer;
                        }
                    }
                } catch (RuntimeException e) {
                    return CompletableFuture.completedFuture(failed(e));
                }
                return CompletableFuture.supplyAsync(() -> request, dispatcher)
                        .thenCompose(asked -> routed(rest, asked))
                        .exceptionally(OuterEdge.this::failed);
            }

            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public HttpResponse refusal(Problem problem) {
                return Problems.response(problem, requestId());
            }
        };
    }

    private static CompletionStage<HttpResponse> routed(
            Function<HttpRequest, CompletionStage<HttpResponse>> routes, Request request) {
        try {
            return routes.apply(request.routed());
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private HttpResponse failed(Throwable failure) {
        String requestId = requestId();
        return Problems.response(Problems.of(failure, requestId), requestId);
    }

    private ExceptionHandler exceptions() {
        return ExceptionHandler.newBuilder()
                .matchAny(failure -> complete(failed(failure)))
                .build();
    }

    private RejectionHandler rejections() {
        return RejectionHandler.newBuilder()
                .handleNotFound(problem(ProblemCode.NOT_FOUND, "No resource has this address."))
                .handle(
                        MissingQueryParamRejection.class,
                        rejection -> problem(
                                ProblemCode.INVALID,
                                "The query parameter " + rejection.parameterName() + " is missing."))
                .handle(
                        RequestEntityExpectedRejection.class,
                        rejection -> problem(ProblemCode.MALFORMED, "The request has no body."))
                .handle(
                        UnsupportedRequestContentTypeRejection.class,
                        rejection -> problem(
                                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                                "The body is of a type that this operation does not take."))
                .handle(
                        UnacceptedResponseContentTypeRejection.class,
                        rejection -> problem(
                                ProblemCode.NOT_ACCEPTABLE, "The Accept header leaves nothing that can be answered."))
                .handle(ValidationRejection.class, rejection -> problem(ProblemCode.INVALID, rejection.message()))
                .handleAll(
                        MethodRejection.class,
                        rejected -> problem(
                                ProblemCode.METHOD_NOT_ALLOWED,
                                "This address takes "
                                        + String.join(
                                                ", ",
                                                rejected.stream()
                                                        .map(MethodRejection::supported)
                                                        .map(HttpMethod::value)
                                                        .distinct()
                                                        .sorted()
                                                        .toList())
                                        + "."))
                .handle(
                        org.apache.pekko.http.javadsl.server.Rejection.class,
                        rejection -> problem(ProblemCode.MALFORMED, "The request does not fit this operation."))
                .build();
    }

    private Route problem(ProblemCode code, String detail) {
        return extractRequest(request -> complete(Problems.response(Problem.of(code, detail), requestId())));
    }

    private String requestId() {
        return Ids.next("req", clock.instant(), ThreadLocalRandom.current());
    }
}
