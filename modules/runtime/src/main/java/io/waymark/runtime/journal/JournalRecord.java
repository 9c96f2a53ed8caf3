package io.waymark.runtime.journal;

import io.waymark.events.Envelope;
import io.waymark.events.Event;
import io.waymark.events.JournalCodec.Encoded;
import io.waymark.events.Meta;

/** An event on its way to or from the journal, with the bytes that stand there: they are written and hashed once. */
public record JournalRecord(Envelope<Event> envelope, Encoded encoded) {

    public Meta meta() {
        return envelope.meta();
    }

    public Event event() {
        return envelope.data();
    }
}
