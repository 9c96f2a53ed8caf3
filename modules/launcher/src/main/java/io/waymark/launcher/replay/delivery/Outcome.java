package io.waymark.launcher.replay.delivery;

import io.waymark.launcher.replay.schedule.Step;

/** What finally became of one step. */
sealed interface Outcome {

    Step step();

    static Outcome of(Step step, Answer.Final answer) {
        return switch (answer) {
            case Answer.Taken(boolean before) -> before ? new Repeated(step) : new Accepted(step);
            case Answer.Refused(String reason) -> new Refused(step, reason);
        };
    }

    record Accepted(Step step) implements Outcome {}

    /**
     * The system already had it, from a message whose answer was lost or from an earlier replay. Only a booking through
     * the API says so; whatever else is sent again is answered like the first time.
     */
    record Repeated(Step step) implements Outcome {}

    record Refused(Step step, String reason) implements Outcome {}
}
