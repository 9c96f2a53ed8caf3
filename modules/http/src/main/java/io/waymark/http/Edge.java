package io.waymark.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.waymark.http.CommandRoutes.Incoming;
import io.waymark.http.server.Request;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Problem;
import io.waymark.kernel.Problem.FieldError;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.Reply;
import io.waymark.runtime.projection.CaughtUp;
import io.waymark.runtime.projection.ConsistencyToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/**
 * The directives that every route of every module is made of: authentication with a scope, JSON bodies, answers of
 * entities, and waiting for a read model.
 */
public final class Edge extends AllDirectives {

    private static final String BEARER = "Bearer ";
    private static final int LARGEST_BODY = 1 << 20;
    private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(5);

    private final AccessKeys keys;
    private final CaughtUp caughtUp;
    private final InstantSource clock;

    public Edge(AccessKeys keys, CaughtUp caughtUp, InstantSource clock) {
        this.keys = keys;
        this.caughtUp = caughtUp;
        this.clock = clock;
    }

    /** Lets the request in if its key allows the scope. */
    public Route secured(Scope scope, Function<Call, Route> inner) {
        return authenticated(call -> inner.apply(allowed(call, scope)));
    }

    /** Lets the request in if its key is known, whatever it allows. */
    public Route authenticated(Function<Call, Route> inner) {
        return extractRequest(routed -> {
            String requestId = requestId();
            return guarded(
                    requestId,
                    () -> onSuccess(
                            admitted(Request.of(routed), requestId),
                            call -> guarded(requestId, () -> inner.apply(call))));
        });
    }

    /** Reads the body as JSON of this type. */
    public <T> Route body(Call call, Class<T> type, Function<T, Route> inner) {
        return inner.apply(content(call.request(), type));
    }

    /**
     * Lets a command in if its key allows the scope, reads its body as JSON of this type and answers what {@code inner}
     * makes of it; every failure is a problem.
     */
    public <T> CompletionStage<HttpResponse> command(
            Incoming incoming, Scope scope, Class<T> type, BiFunction<Call, T, CompletionStage<HttpResponse>> inner) {
        String requestId = requestId();
        return admitted(incoming.request(), requestId)
                .thenCompose(call -> inner.apply(allowed(call, scope), content(call.request(), type)))
                .exceptionally(failure -> Problems.response(Problems.of(failure, requestId), requestId));
    }

    private String requestId() {
        return Ids.next("req", clock.instant(), ThreadLocalRandom.current());
    }

    private CompletionStage<Call> admitted(Request request, String requestId) {
        String key = request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).trim())
                .orElse("");
        if (key.isEmpty()) {
            return CompletableFuture.failedFuture(
                    ProblemException.of(ProblemCode.UNAUTHENTICATED, "Send an API key as Authorization: Bearer wmk_…"));
        }
        return keys.caller(key)
                .thenApply(caller -> new Call(
                        caller.orElseThrow(() -> ProblemException.of(
                                ProblemCode.UNAUTHENTICATED, "This API key is unknown or has expired.")),
                        request,
                        requestId));
    }

    private static Call allowed(Call call, Scope scope) {
        if (!call.caller().may(scope)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN, "This key lacks the scope " + scope.text() + ".");
        }
        return call;
    }

    private static <T> T content(Request request, Class<T> type) {
        byte[] body = request.body(LARGEST_BODY)
                .orElseThrow(() ->
                        ProblemException.of(ProblemCode.TOO_LARGE, "The body is larger than this operation takes."));
        if (!request.isOf("application/json")) {
            throw ProblemException.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
        }
        return parse(type, body);
    }

    /** Answers with JSON. */
    public Route json(Call call, Object body) {
        return complete(jsonResponse(body).addHeader(RawHeader.create(Call.REQUEST_ID, call.id())));
    }

    /** Answers with JSON when it is there. */
    public Route json(Call call, CompletionStage<?> body) {
        return onSuccess(body, result -> json(call, (Object) result));
    }

    public Route problem(Call call, Problem problem) {
        return complete(Problems.response(problem, call.id()));
    }

    /**
     * Answers with what an entity said.
     *
     * @param token names the entity; the answer carries it with the reply's revision, for reads that must see the write
     * @param view renders the state at its revision
     */
    public <S> Route reply(
            Call call,
            Function<Long, ConsistencyToken> token,
            CompletionStage<Reply<S>> reply,
            Function<Reply.Done<S>, HttpResponse> view) {
        return onSuccess(reply, answer -> complete(answered(call, token, answer, view)));
    }

    /** What an entity said, as {@link #reply} answers it. */
    public <S> HttpResponse answered(
            Call call,
            Function<Long, ConsistencyToken> token,
            Reply<S> reply,
            Function<Reply.Done<S>, HttpResponse> view) {
        return switch (reply) {
            case Reply.Refused<S>(Problem problem, long revision) -> Problems.response(problem, call.id());
            case Reply.Done<S> done ->
                view.apply(done)
                        .addHeaders(List.of(
                                RawHeader.create("ETag", "\"" + done.revision() + "\""),
                                RawHeader.create(
                                        Call.POSITION,
                                        token.apply(done.revision()).text()),
                                RawHeader.create(Call.REQUEST_ID, call.id())));
        };
    }

    /** Waits until the projection has seen the write whose position the request carries, if it carries one. */
    public Route caughtUp(Call call, String projection, Supplier<Route> inner) {
        Optional<String> position = call.header(Call.POSITION);
        if (position.isEmpty()) {
            return inner.get();
        }
        ConsistencyToken token = ConsistencyToken.parse(position.get())
                .orElseThrow(() -> ProblemException.invalid(Call.POSITION, "is not a position that a write answered"));
        return onSuccess(
                caughtUp.await(call.tenant(), projection, token, CATCH_UP_LIMIT),
                reached -> reached
                        ? inner.get()
                        : problem(
                                call,
                                Problem.of(
                                        ProblemCode.UNAVAILABLE,
                                        "The read model has not caught up with your write yet. Try again.")));
    }

    /** A 200 with JSON. */
    public static HttpResponse jsonResponse(Object body) {
        try {
            return HttpResponse.create()
                    .withStatus(StatusCodes.OK)
                    .withEntity(HttpEntities.create(
                            ContentTypes.APPLICATION_JSON, HttpJson.MAPPER.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written", e);
        }
    }

    private Route guarded(String requestId, Supplier<Route> inner) {
        return handleExceptions(
                org.apache.pekko.http.javadsl.server.ExceptionHandler.newBuilder()
                        .matchAny(failure -> complete(Problems.response(Problems.of(failure, requestId), requestId)))
                        .build(),
                inner);
    }

    private static <T> T parse(Class<T> type, byte[] bytes) {
        if (bytes.length == 0) {
            throw ProblemException.of(ProblemCode.MALFORMED, "The request has no body.");
        }
        try {
            @Nullable T value = HttpJson.MAPPER.readValue(bytes, type);
            if (value == null) {
                throw ProblemException.of(ProblemCode.MALFORMED, "The body is null.");
            }
            return value;
        } catch (JsonMappingException e) {
            throw new ProblemException(
                    e.getCause() instanceof JsonProcessingException cause && unreadable(cause)
                            ? malformed(cause)
                            : mapping(e));
        } catch (JsonProcessingException e) {
            throw new ProblemException(malformed(e));
        } catch (IOException e) {
            throw ProblemException.of(ProblemCode.MALFORMED, "The body cannot be read.");
        }
    }

    /** Whether the text itself is at fault, wherever in the document its reading was. */
    private static boolean unreadable(JsonProcessingException e) {
        return e instanceof StreamConstraintsException
                || (e instanceof StreamReadException && !(e instanceof InputCoercionException));
    }

    private static Problem malformed(JsonProcessingException e) {
        @Nullable JsonLocation place = e.getLocation();
        return Problem.of(
                ProblemCode.MALFORMED,
                "The body is not JSON, names a field twice or goes beyond a limit"
                        + (place == null
                                ? "."
                                : ": line " + place.getLineNr() + ", column " + place.getColumnNr() + "."));
    }

    private static Problem mapping(JsonMappingException e) {
        if (e.getCause() instanceof ProblemException own) {
            return own.problem();
        }
        String pointer = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
        String detail = e.getCause() instanceof IllegalArgumentException own && own.getMessage() != null
                ? own.getMessage()
                : mistake(e);
        return new Problem(ProblemCode.INVALID, pointer + ": " + detail, List.of(new FieldError(pointer, detail)));
    }

    /** Jackson's own words name classes, so a caller is told in ours. */
    private static String mistake(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "is no field of this request";
            case InvalidFormatException date
            when date.getTargetType() == LocalDate.class -> "is no date such as 2016-03-01";
            case InvalidFormatException instant
            when instant.getTargetType() == Instant.class -> "is no instant such as 2016-03-01T09:30:00Z";
            case InvalidFormatException currency
            when currency.getTargetType() == Currency.class -> "is no currency such as EUR";
            default -> "is missing or of the wrong type";
        };
    }
}
