package io.waymark.http;

import io.waymark.kernel.Problem;
import io.waymark.kernel.Problem.FieldError;
import io.waymark.kernel.ProblemCode;
import java.util.List;

/** Ends a request with a problem, from wherever the edge notices it. Never thrown by rules: they answer with values. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public static ProblemException of(ProblemCode code, String detail) {
        return new ProblemException(Problem.of(code, detail));
    }

    /** One field of the body, or one parameter, is not acceptable. */
    public static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(
                new Problem(ProblemCode.INVALID, pointer + ": " + detail, List.of(new FieldError(pointer, detail))));
    }
}
