package io.waymark.kernel;

/** The fixed list of problems: each has one status and one title, and {@code /problems/<slug>} explains it. */
public enum ProblemCode {
    MALFORMED(400, "The request cannot be read"),
    INVALID(422, "The request can be read but not accepted"),
    UNAUTHENTICATED(401, "Credentials are missing or wrong"),
    FORBIDDEN(403, "The credentials do not allow this"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "No offered representation fits"),
    CONFLICT(409, "The current state does not allow this"),
    IDEMPOTENCY_CONFLICT(409, "The same command id was used with other content"),
    SOLD_OUT(409, "There is not enough free capacity"),
    RESTRICTED(409, "A restriction of the calendar forbids this stay"),
    HOLD_EXPIRED(410, "The hold has expired"),
    PRECONDITION_FAILED(412, "The resource has changed since it was read"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not supported"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Something failed on our side"),
    UNAVAILABLE(503, "Not available right now, try again");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The last part of the problem's type, for example {@code sold-out}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
