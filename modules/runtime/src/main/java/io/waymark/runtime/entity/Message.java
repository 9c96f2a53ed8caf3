package io.waymark.runtime.entity;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.apache.pekko.actor.typed.ActorRef;

/** What reaches an entity's mailbox. */
sealed interface Message<S, C> {

    /** A command with its origin; the answer comes when everything it led to is settled. */
    record Ask<S, C>(
            Origin origin,

            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "@class")
            C command,

            ActorRef<Reply<S>> replyTo)
            implements Message<S, C>, ClusterMessage {}

    /** Asks for the state; nothing happens. */
    record Read<S, C>(ActorRef<Reply<S>> replyTo) implements Message<S, C>, ClusterMessage {}

    /** Asks an entity that may owe a step to get on with it, and to answer when it owes nothing. */
    record Wake<S, C>(ActorRef<Reply<S>> replyTo) implements Message<S, C>, ClusterMessage {}

    /** The outcome of the step that is pending; from the entity to itself. */
    record StepDone<S, C>(Origin origin, C command) implements Message<S, C> {}

    /** The step failed without an outcome; from the entity to itself. */
    record StepFailed<S, C>(String reason) implements Message<S, C> {}

    /** Time to try the pending step again; from the entity to itself. */
    record StepDue<S, C>() implements Message<S, C> {}
}
