package io.waymark.events;

/** An event with its circumstances: the content of one journal row. */
public record Envelope<E extends Event>(Meta meta, E data) {}
