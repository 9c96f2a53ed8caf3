package io.waymark.http;

import io.waymark.http.server.Request;
import io.waymark.kernel.Ids;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Origin;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One authenticated request: its caller and what its headers say about the command it carries.
 *
 * @param id of the request, in every answer and every log line
 */
public record Call(Caller caller, Request request, String id) {

    public static final String REQUEST_ID = "Waymark-Request-Id";
    public static final String COMMAND_ID = "Waymark-Command-Id";
    public static final String OCCURRED_AT = "Waymark-Occurred-At";
    public static final String POSITION = "Waymark-Position";

    private static final Pattern COMMAND_ID_FORM = Pattern.compile("[A-Za-z0-9_.:/-]{8,128}");
    private static final Pattern ENTITY_TAG = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");
    private static final int LONGEST_USER_AGENT = 200;

    public Tenant tenant() {
        return caller.tenant();
    }

    /** The value of a header, the first where there are several. */
    public Optional<String> header(String name) {
        return request.header(name);
    }

    /**
     * The origin of the command that this request carries.
     *
     * <p>Without a command id of the caller's own a fresh one is taken: the request is then safe to repeat only as far as
     * the command itself is.
     *
     * @param source the kind of edge, such as {@code http}
     */
    public Origin origin(String source, @Nullable String reason) {
        return new Origin(
                tenant(),
                null,
                caller.actor(),
                null,
                reason,
                header(COMMAND_ID).map(Call::commandId).orElse(id),
                null,
                source,
                header("X-Forwarded-For").flatMap(Call::address).orElse(null),
                header("User-Agent").map(Call::shortened).orElse(null),
                header(OCCURRED_AT).map(this::occurredAt).orElse(null),
                header("If-Match").map(Call::revision).orElse(null),
                request.traceparent());
    }

    private static String commandId(String text) {
        if (!COMMAND_ID_FORM.matcher(text).matches()) {
            throw ProblemException.invalid(COMMAND_ID, "takes 8 to 128 letters, digits and _ . : / -");
        }
        return text;
    }

    private Instant occurredAt(String text) {
        if (!caller.may(Scope.HISTORY_BACKDATE)) {
            throw ProblemException.of(
                    ProblemCode.FORBIDDEN, OCCURRED_AT + " needs the scope " + Scope.HISTORY_BACKDATE.text() + ".");
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(OCCURRED_AT, "takes an instant such as 2016-03-01T09:30:00Z");
        }
    }

    private static Long revision(String text) {
        var tag = ENTITY_TAG.matcher(text);
        if (!tag.matches()) {
            throw ProblemException.invalid("If-Match", "takes one entity tag as it was in ETag, such as \"3\"");
        }
        return Long.valueOf(tag.group(1));
    }

    /** The first address of those that the proxies in front of us list, where it is one. */
    private static Optional<String> address(String forwarded) {
        String first = forwarded.split(",", 2)[0].strip();
        return ADDRESS.matcher(first).matches() ? Optional.of(first) : Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_USER_AGENT ? text : text.substring(0, LONGEST_USER_AGENT);
    }

    /** Refuses an id in the path that is not one of this kind: nobody can have such a resource. */
    public static String pathId(String prefix, String id) {
        if (!Ids.valid(prefix, id)) {
            throw ProblemException.of(
                    ProblemCode.NOT_FOUND, "Ids here look like " + prefix + "_ and 26 characters; this one does not.");
        }
        return id;
    }
}
