package io.waymark.runtime.projection.rebuild;

/** Why a rebuild cannot begin or cannot end, in a sentence for whoever asked for it. The live read model is untouched. */
public final class RebuildFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RebuildFailure(String sentence) {
        super(sentence);
    }

    public RebuildFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
