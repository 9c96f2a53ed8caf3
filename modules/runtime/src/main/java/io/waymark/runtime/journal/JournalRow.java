package io.waymark.runtime.journal;

import io.waymark.events.Envelope;
import io.waymark.events.Event;
import io.waymark.events.JournalPosition;
import io.waymark.events.Meta;
import io.waymark.kernel.Tenant;

/**
 * A row of the journal as a reader of its tail sees it.
 *
 * @param revision the event's number in its entity, from 1
 * @param writtenAtMillis when the row was written
 */
public record JournalRow(
        JournalPosition position,
        String persistenceId,
        long revision,
        long writtenAtMillis,
        String name,
        Envelope<Event> envelope) {

    public Meta meta() {
        return envelope.meta();
    }

    public Event event() {
        return envelope.data();
    }

    public Tenant tenant() {
        return meta().tenant();
    }

    /** The kind of the entity, such as {@code Booking}. */
    public String kind() {
        return persistenceId.substring(0, persistenceId.indexOf('|'));
    }

    /** The entity's id without its tenant, such as {@code bkg_…}. */
    public String entityId() {
        return persistenceId.substring(persistenceId.indexOf(':') + 1);
    }
}
