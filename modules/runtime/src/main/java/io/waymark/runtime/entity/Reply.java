package io.waymark.runtime.entity;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.waymark.kernel.Problem;

/** An entity's answer. It comes after the events are on disk and every step they led to is settled. */
public sealed interface Reply<S> extends ClusterMessage {

    /**
     * The command has taken effect, now or before.
     *
     * @param state as it is now
     * @param revision of the entity when the command had taken effect; 0 where nothing has ever happened to it
     * @param repeated whether the command had been carried out before
     */
    record Done<S>(
            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "@class")
            S state,

            long revision,
            boolean repeated) implements Reply<S> {}

    /** The command was refused and nothing has happened. */
    record Refused<S>(Problem problem, long revision) implements Reply<S> {}
}
