package io.waymark.pipeline.jobs.rebuild;

/** Why a rebuild cannot begin or cannot end, in a sentence for whoever asked for it. */
final class RebuildRefused extends Exception {

    private static final long serialVersionUID = 1;

    RebuildRefused(String sentence) {
        super(sentence);
    }
}
