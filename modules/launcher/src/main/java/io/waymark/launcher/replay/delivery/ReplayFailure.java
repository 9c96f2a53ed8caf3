package io.waymark.launcher.replay.delivery;

/** The replay cannot go on; the message is the one sentence that says why and what to do. */
public final class ReplayFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ReplayFailure(String sentence) {
        super(sentence);
    }

    public ReplayFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
