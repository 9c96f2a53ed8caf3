package io.waymark.runtime;

import io.waymark.events.Event;
import io.waymark.runtime.database.Database;
import io.waymark.runtime.entity.EntityKind;
import io.waymark.runtime.entity.ShardedEntities;
import io.waymark.runtime.journal.History;
import io.waymark.runtime.projection.CaughtUp;
import io.waymark.runtime.vault.Vault;
import io.waymark.telemetry.Telemetry;
import java.time.InstantSource;
import org.apache.pekko.actor.typed.ActorSystem;

/** What a module is given to run on. */
public record Platform(ActorSystem<?> system, Database database, Vault vault, InstantSource clock) {

    /** Starts the entities of this kind on this node. */
    public <S, C, E extends Event> ShardedEntities<S, C> start(EntityKind<S, C, E> kind) {
        return ShardedEntities.start(system, kind, clock, telemetry());
    }

    public <S, E extends Event> History<S, E> history(EntityKind<S, ?, E> kind) {
        return new History<>(database, kind);
    }

    /** The meters of this node. */
    public Telemetry telemetry() {
        return NodeTelemetry.of(system);
    }

    public CaughtUp caughtUp() {
        return new CaughtUp(database, clock);
    }
}
