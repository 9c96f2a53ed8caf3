package io.waymark.pipeline.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be used, with the reason. The pipeline goes on without it.
 *
 * @param stage who could not use it
 * @param origin the table that it was read from
 * @param persistenceId the entity of the event, or the id of the message
 * @param payload its content as text, as far as it is kept
 */
public record DeadLetter(
        Stage stage,
        String origin,
        long txId,
        long ordering,
        Instant recordedAt,
        @Nullable String tenant,
        @Nullable String persistenceId,
        @Nullable Long sequenceNumber,
        @Nullable String eventName,
        String reason,
        @Nullable String payload)
        implements Positioned {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_PAYLOAD = 65_536;

    public DeadLetter {
        reason = printable(reason, LONGEST_REASON);
        payload = payload == null ? null : printable(payload, LONGEST_PAYLOAD);
    }

    /** The same with another reason. */
    public DeadLetter because(String otherReason) {
        return new DeadLetter(
                stage,
                origin,
                txId,
                ordering,
                recordedAt,
                tenant,
                persistenceId,
                sequenceNumber,
                eventName,
                otherReason,
                payload);
    }

    /** Who could not use it. */
    public enum Stage {
        FOLD,
        SEARCH,
        WAREHOUSE
    }

    /** PostgreSQL's text holds every character but NUL. */
    private static String printable(String text, int longest) {
        String printable = text.replace('\0', '\uFFFD');
        return printable.length() <= longest ? printable : printable.substring(0, longest);
    }
}
