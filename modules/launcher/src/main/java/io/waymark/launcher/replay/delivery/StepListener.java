package io.waymark.launcher.replay.delivery;

import io.waymark.launcher.replay.schedule.Step;

/** Is told what became of each step as soon as it is known, from many threads. */
public interface StepListener {

    /** One that does not care. */
    StepListener NONE = new StepListener() {
        @Override
        public void accepted(Step step) {}

        @Override
        public void refused(Step step, String reason) {}

        @Override
        public void unanswered(Step step) {}
    };

    /** The system has said that it has it. */
    void accepted(Step step);

    void refused(Step step, String reason);

    /** The replay was stopped before there was an answer; the system may have it. */
    void unanswered(Step step);
}
