package io.waymark.sandbox.door;

/** Understands what a house sends, in one protocol. */
interface Desk {

    /** What the message is, for the log. */
    String what(Knock knock);

    /** Whether faults apply: they do to what changes something. */
    boolean changes(Knock knock);

    /** Does as the message says. */
    Response carryOut(Knock knock);

    /** Says no, in the words of the protocol, and does nothing. */
    Response refuse(Knock knock, String reason);
}
