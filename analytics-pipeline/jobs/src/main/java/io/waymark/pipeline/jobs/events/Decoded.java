package io.waymark.pipeline.jobs.events;

import io.waymark.events.Event;
import io.waymark.events.Meta;

/** What became of reading a journal row. */
public sealed interface Decoded<E extends Event> {

    /** The event, its circumstances and whose it is. */
    record Known<E extends Event>(EntityKey entity, Meta meta, E event) implements Decoded<E> {}

    /** The row holds nothing that this release can read. */
    record Unreadable<E extends Event>(String reason) implements Decoded<E> {}
}
