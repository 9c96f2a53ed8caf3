package io.waymark.launcher.replay.source;

/**
 * A row that is not replayed.
 *
 * @param line counted from 1, the header included
 * @param reason a clause such as {@code adr is "x", not a number}
 */
public record RejectedRow(long line, String reason) {

    @Override
    public String toString() {
        return "line " + line + ": " + reason;
    }
}
