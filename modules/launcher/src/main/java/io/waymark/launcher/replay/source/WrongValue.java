package io.waymark.launcher.replay.source;

/** A value of a row that cannot be meant; the message is a clause for the person who gave the file. */
final class WrongValue extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongValue(String message) {
        super(message);
    }
}
