package io.waymark.channels.alpinebits;

/**
 * A rule of the standard, or of ours, that a message breaks.
 *
 * @param reason one sentence that tells the sender what to change
 */
public record Violation(OtaError error, String reason) {

    public static Violation value(String reason) {
        return new Violation(OtaError.INVALID_VALUE, reason);
    }

    public static Violation missing(String reason) {
        return new Violation(OtaError.REQUIRED_FIELD_MISSING, reason);
    }

    public static Violation dates(String reason) {
        return new Violation(OtaError.INVALID_DATES, reason);
    }
}
