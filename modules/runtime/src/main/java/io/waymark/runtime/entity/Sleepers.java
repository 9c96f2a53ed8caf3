package io.waymark.runtime.entity;

import java.util.concurrent.CompletionStage;

/** Entities of one kind that can be woken because they may owe the outside a step. */
public interface Sleepers {

    /** The name of the kind, as in the persistence id. */
    String kind();

    /**
     * Wakes an entity and waits until it owes nothing.
     *
     * @param entityId with the tenant in front
     * @return the revision at which it owes nothing
     */
    CompletionStage<Long> wake(String entityId);
}
