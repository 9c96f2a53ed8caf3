package io.waymark.runtime.entity;

import io.waymark.events.Event;
import java.time.Instant;
import java.util.Map;

/**
 * The rules of one kind of entity, as pure functions: the same ones serve the actor, the history, the dry run and the
 * property test.
 *
 * @param <S> its states, a sealed interface
 * @param <C> what can be asked of it, a sealed interface
 * @param <E> what can happen to it, a sealed interface
 */
public interface Rules<S, C, E extends Event> {

    /** The state before anything has happened. */
    S empty();

    /** What a command leads to: events, nothing new, or a refusal. */
    Decision<E> decide(S state, C command, Moment moment);

    /**
     * The state after an event.
     *
     * @param occurredAt when it happened in the business
     * @throws IllegalStateException if the event cannot follow the state: the journal is corrupt and the entity must stop
     */
    S evolve(S state, E event, Instant occurredAt);

    /** Name and version of the rules, recorded with every event that they led to. */
    Map<String, String> versions();

    /** What of the state an answer carries to the caller, who may be on another node; a large state answers with a part. */
    default S answered(S state) {
        return state;
    }
}
