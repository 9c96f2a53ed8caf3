package io.waymark.pipeline.jobs.events;

/**
 * The parts of a persistence id, {@code <EntityType>|<tenant>:<id>}.
 *
 * @param type the kind of entity, such as {@code Booking}
 */
public record EntityKey(String type, String tenant, String id) {

    public static EntityKey parse(String persistenceId) {
        int bar = persistenceId.indexOf('|');
        int colon = persistenceId.indexOf(':', bar + 1);
        if (bar < 1 || colon < 0) {
            throw new IllegalArgumentException("not a persistence id: " + persistenceId);
        }
        return new EntityKey(
                persistenceId.substring(0, bar),
                persistenceId.substring(bar + 1, colon),
                persistenceId.substring(colon + 1));
    }
}
