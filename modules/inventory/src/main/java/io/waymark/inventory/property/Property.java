package io.waymark.inventory.property;

import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.runtime.entity.ClusterMessage;

/** A house that sells rooms: not described yet, or described. */
public sealed interface Property extends ClusterMessage {

    /** Nobody has described it. */
    record Undefined() implements Property {}

    /**
     * It is as described.
     *
     * @param opening whether its room types still have to be told
     */
    record Defined(PropertyDefined description, boolean opening) implements Property {}
}
