package io.waymark.launcher.replay.delivery;

import io.waymark.launcher.replay.schedule.Step;
import io.waymark.launcher.replay.schedule.StepKind;
import java.time.Instant;

/** A step that the system would not take, and why. */
public record Refusal(String remoteId, StepKind kind, Instant at, String reason) {

    static Refusal of(Step step, String reason) {
        return new Refusal(step.reservation().remoteId(), step.kind(), step.at(), reason);
    }

    @Override
    public String toString() {
        return remoteId + " " + kind + " of " + at + ": " + reason;
    }
}
