package io.waymark.runtime.entity;

import java.util.concurrent.CompletionStage;

/**
 * What an entity owes the world outside itself: the durable process around its rules.
 *
 * <p>A state that {@link #pending} is the process's memory. The shell carries the step out after the event that led to
 * it, again after a crash, and again with a back-off after a failure, until the state owes nothing; so a step must be
 * idempotent. While a step is pending, further commands wait.
 */
public interface Steps<S, C> {

    /** Whether the state owes a step. Pure. */
    boolean pending(S state);

    /**
     * Carries out the step that the state owes.
     *
     * @param origin on whose behalf: for the commands that the step sends to other entities; its command id is unique to
     *     this step of this entity and the same on every attempt
     * @return the command by which the entity learns the outcome; a failed stage means "unknown, try again"
     */
    CompletionStage<C> carryOut(S state, Origin origin);

    /** For entities that owe nothing to anyone. */
    static <S, C> Steps<S, C> none() {
        return new Steps<>() {
            @Override
            public boolean pending(S state) {
                return false;
            }

            @Override
            public CompletionStage<C> carryOut(S state, Origin origin) {
                throw new IllegalStateException("nothing is pending");
            }
        };
    }
}
