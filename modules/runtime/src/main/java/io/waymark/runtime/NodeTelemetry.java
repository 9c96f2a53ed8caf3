package io.waymark.runtime;

import io.waymark.telemetry.Telemetry;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Extension;
import org.apache.pekko.actor.typed.ExtensionId;

/**
 * The meters of this node, for everything that runs on its actor system.
 *
 * <p>An extension, because Pekko itself makes some of what is measured, such as the journal's plug-in.
 */
public final class NodeTelemetry implements Extension {

    private static final ExtensionId<NodeTelemetry> ID = new ExtensionId<>() {
        @Override
        public NodeTelemetry createExtension(ActorSystem<?> system) {
            return new NodeTelemetry();
        }
    };

    private final Telemetry telemetry = new Telemetry();

    private NodeTelemetry() {}

    public static Telemetry of(ActorSystem<?> system) {
        return ID.apply(system).telemetry;
    }
}
