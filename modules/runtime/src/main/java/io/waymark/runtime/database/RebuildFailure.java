package io.waymark.runtime.database;

/** Why something cannot be made anew, in a sentence for whoever asked for it. What is live is untouched. */
public final class RebuildFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RebuildFailure(String sentence) {
        super(sentence);
    }

    public RebuildFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
