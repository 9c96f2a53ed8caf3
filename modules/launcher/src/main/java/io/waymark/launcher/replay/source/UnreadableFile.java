package io.waymark.launcher.replay.source;

/** The file cannot be replayed at all; the message is the one sentence that its owner needs. */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableFile(String sentence) {
        super(sentence);
    }

    UnreadableFile(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
