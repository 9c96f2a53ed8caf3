package io.waymark.inventory.property;

import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.runtime.entity.ClusterMessage;

/** What can be asked of a property. */
public sealed interface PropertyCommand extends ClusterMessage {

    /** Describe it, for the first time or anew. */
    record DefineProperty(PropertyDefined description) implements PropertyCommand {}

    /** The outcome of its step: every room type knows its description. */
    record RoomTypesReady() implements PropertyCommand {}
}
