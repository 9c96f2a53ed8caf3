package io.waymark.http;

import io.waymark.kernel.Ids;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.http.javadsl.model.HttpMethod;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.TimeoutAccess;
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
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.SystemMaterializer;

/** Around all routes: what no route took, and what no route foresaw, becomes a problem document too. */
public final class OuterEdge extends AllDirectives {

    private final InstantSource clock;

    public OuterEdge(InstantSource clock) {
        this.clock = clock;
    }

    /** Seals the routes: every answer is one that the API documents. */
    public Route seal(Route routes) {
        return onceAllIsRead(() -> handleExceptions(exceptions(), () -> handleRejections(rejections(), () -> routes)));
    }

    /** What a server answers with: commands on their short way, everything else through the sealed routes. */
    public Function<HttpRequest, CompletionStage<HttpResponse>> server(
            ClassicActorSystemProvider system, List<CommandRoutes> commands, Route routes) {
        Materializer materializer = SystemMaterializer.get(system).materializer();
        var rest = seal(routes).function(system);
        return request -> {
            request.getHeader(TimeoutAccess.class)
                    .ifPresent(limit -> limit.timeoutAccess().updateHandler(late -> tooLate()));
            for (CommandRoutes module : commands) {
                var answer = module.answer(request, materializer);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            return rest.apply(request);
        };
    }

    /** Holds the answer back until the whole request has come, also where a route answered without reading it. */
    private Route onceAllIsRead(Supplier<Route> inner) {
        return extractRequestEntity(entity -> extractMaterializer(materializer -> mapRouteResultFuture(
                answer -> answer.thenCompose(
                        given -> Body.finished(entity, materializer).thenApply(done -> given)),
                inner)));
    }

    private ExceptionHandler exceptions() {
        return ExceptionHandler.newBuilder()
                .matchAny(failure -> {
                    String requestId = requestId();
                    return complete(Problems.response(Problems.of(failure, requestId), requestId));
                })
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

    /** What is said instead of an answer that did not come in time. */
    private HttpResponse tooLate() {
        String requestId = requestId();
        return Problems.response(Problems.of(new TimeoutException(), requestId), requestId);
    }

    private String requestId() {
        return Ids.next("req", clock.instant(), ThreadLocalRandom.current());
    }
}
