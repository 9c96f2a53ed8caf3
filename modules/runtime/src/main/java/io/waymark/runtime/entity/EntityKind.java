package io.waymark.runtime.entity;

import io.waymark.events.Event;
import java.util.function.Function;

/**
 * One kind of entity.
 *
 * @param name prefix of every persistence id in the journal: never change it
 * @param eventType the sealed interface of its events
 * @param snapshotEvery events between two snapshots; large states want a larger distance, and short lives ({@link
 *     #NEVER}) are read from their events alone
 * @param steps made once per entity, from its id without the tenant
 */
public record EntityKind<S, C, E extends Event>(
        String name, Class<E> eventType, Rules<S, C, E> rules, int snapshotEvery, Function<String, Steps<S, C>> steps) {

    /** No snapshots: looking for one would cost every recovery more than it ever saves. */
    public static final int NEVER = 0;

    public static <S, C, E extends Event> EntityKind<S, C, E> of(
            String name, Class<E> eventType, Rules<S, C, E> rules) {
        return new EntityKind<>(name, eventType, rules, 100, id -> Steps.none());
    }

    public EntityKind<S, C, E> withSteps(Function<String, Steps<S, C>> steps) {
        return new EntityKind<>(name, eventType, rules, snapshotEvery, steps);
    }

    public EntityKind<S, C, E> withSnapshotEvery(int events) {
        return new EntityKind<>(name, eventType, rules, events, steps);
    }
}
