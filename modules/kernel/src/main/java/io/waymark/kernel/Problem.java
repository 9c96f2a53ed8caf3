package io.waymark.kernel;

import java.util.List;

/**
 * What was wrong with a request and what to do about it, as in RFC 9457.
 *
 * @param code from the fixed list; it decides type, title and status
 * @param detail one sentence about this occurrence, without internals
 * @param errors the fields that are wrong, in order; empty where the request as a whole is meant
 */
public record Problem(ProblemCode code, String detail, List<FieldError> errors) {

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, List.of());
    }

    /**
     * One field that is wrong.
     *
     * @param pointer JSON pointer (RFC 6901) into the body, or the name of the parameter
     */
    public record FieldError(String pointer, String detail) {}
}
