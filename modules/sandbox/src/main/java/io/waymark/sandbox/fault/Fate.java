package io.waymark.sandbox.fault;

/** What becomes of one message. */
public enum Fate {
    /** It arrives and is answered. */
    ACCEPT,
    /** It arrives and is answered, some time later. */
    DELAY,
    /** It arrives twice. */
    DUPLICATE,
    /** It is held back while later ones pass it. */
    REORDER,
    /** It never arrives. */
    LOSE_REQUEST,
    /** It arrives, and its answer does not. */
    LOSE_ANSWER,
    /** It arrives and is refused. */
    REFUSE
}
