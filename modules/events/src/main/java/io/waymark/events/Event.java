package io.waymark.events;

/**
 * Something that has happened to one entity. Journalled for ever: add types and optional fields, never rename or remove.
 *
 * <p>Every record that implements it carries its stable name in {@link EventName} and stands in {@link EventCatalog}.
 */
public interface Event {}
