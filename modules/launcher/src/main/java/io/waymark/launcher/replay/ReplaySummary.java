package io.waymark.launcher.replay;

/**
 * What a run of a replay achieved.
 *
 * @param rejectedRows rows of the file that could not be meant
 */
public record ReplaySummary(ReplayProgress progress, int reservations, int rejectedRows) {

    /** Whether everything the file says is in the system. */
    public boolean complete() {
        return progress.finished() && progress.account().refused() == 0 && rejectedRows == 0;
    }
}
