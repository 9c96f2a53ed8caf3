package io.waymark.launcher.replay.delivery;

import java.time.Duration;

/** What an answer to one message means for the replay. */
sealed interface Answer {

    /** Nothing is gained by sending the message again. */
    sealed interface Final extends Answer {}

    /**
     * The system has it.
     *
     * @param before whether it had it already
     */
    record Taken(boolean before) implements Final {}

    /** The system will never have it, for this reason. */
    record Refused(String reason) implements Final {}

    /** The entity is busy with the step before: soon it will answer otherwise, or it means what it says. */
    record NotYet(String reason) implements Answer {}

    /** The system cannot say: send it again. */
    record Unavailable(String reason, Duration retryAfter) implements Answer {}

    /** Nothing that follows can succeed either; the sentence says what has to be put right. */
    record Hopeless(String sentence) implements Answer {}
}
