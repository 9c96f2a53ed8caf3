package io.waymark.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.vault.Vault;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.scaladsl.model.IllegalRequestException;
import org.apache.pekko.http.scaladsl.model.IllegalUriException;
import org.apache.pekko.pattern.AskTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Problems as RFC 9457 documents, and failures as problems: no stack trace and no class name ever leaves. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final ContentType PROBLEM_JSON = MediaTypes.applicationWithFixedCharset(
                    "problem+json", org.apache.pekko.http.javadsl.model.HttpCharsets.UTF_8, "json")
            .toContentType();

    private Problems() {}

    /** The problem as an answer. */
    public static HttpResponse response(Problem problem, String requestId) {
        ProblemCode code = problem.code();
        HttpResponse response = HttpResponse.create()
                .withStatus(code.status())
                .withEntity(HttpEntities.create(PROBLEM_JSON, bytes(problem, requestId)))
                .addHeader(RawHeader.create(Call.REQUEST_ID, requestId));
        return switch (code) {
            case UNAUTHENTICATED ->
                response.addHeader(RawHeader.create("WWW-Authenticate", "Bearer realm=\"waymark\""));
            case UNAVAILABLE, TOO_MANY_REQUESTS -> response.addHeader(RawHeader.create("Retry-After", "1"));
            case MALFORMED,
                    INVALID,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    CONFLICT,
                    IDEMPOTENCY_CONFLICT,
                    SOLD_OUT,
                    RESTRICTED,
                    HOLD_EXPIRED,
                    PRECONDITION_FAILED,
                    TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    INTERNAL -> response;
        };
    }

    /** What a failure means for the caller; what it means for us goes to the log under the request's id. */
    public static Problem of(Throwable failure, String requestId) {
        @Nullable Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case ProblemException expected -> expected.problem();
            case IllegalRequestException illegal -> Problem.of(ProblemCode.MALFORMED, "The request is not valid HTTP.");
            case IllegalUriException illegal -> Problem.of(ProblemCode.MALFORMED, "The address is not a valid one.");
            case AskTimeoutException late -> unavailable();
            case TimeoutException late -> unavailable();
            case RejectedExecutionException busy -> unavailable();
            case SQLException database
            when Away.is(database) -> {
                LOG.warn("A request waits for the database: {}", database.getMessage());
                yield unavailable();
            }
            case Vault.ErasedException erased ->
                Problem.of(ProblemCode.CONFLICT, "The person whose data this is was erased.");
            case null, default -> {
                LOG.atError()
                        .addKeyValue("requestId", requestId)
                        .setCause(failure)
                        .log("A request failed.");
                yield Problem.of(
                        ProblemCode.INTERNAL,
                        "It is not your request's fault. Name the request id when you report it.");
            }
        };
    }

    private static Problem unavailable() {
        return Problem.of(
                ProblemCode.UNAVAILABLE,
                "The answer did not come in time and the outcome is unknown. Send the same request again.");
    }

    private static byte[] bytes(Problem problem, String requestId) {
        ObjectNode document = HttpJson.MAPPER.createObjectNode();
        document.put("type", "/problems/" + problem.code().slug());
        document.put("title", problem.code().title());
        document.put("status", problem.code().status());
        document.put("detail", problem.detail());
        document.put("code", problem.code().slug());
        if (!problem.errors().isEmpty()) {
            ArrayNode errors = document.putArray("errors");
            problem.errors()
                    .forEach(error ->
                            errors.addObject().put("pointer", error.pointer()).put("detail", error.detail()));
        }
        document.put("requestId", requestId);
        try {
            return HttpJson.MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can always be written", e);
        }
    }
}
