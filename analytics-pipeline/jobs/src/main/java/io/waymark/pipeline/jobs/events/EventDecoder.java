package io.waymark.pipeline.jobs.events;

import io.waymark.events.Envelope;
import io.waymark.events.Event;
import io.waymark.events.JournalCodec;
import io.waymark.pipeline.source.JournalRow;
import java.util.Optional;

/** Reads the events of one context. Never throws for a row, whatever is in it: the pipeline must go on. */
public final class EventDecoder<E extends Event> {

    private final Class<E> context;
    private final JournalCodec codec = new JournalCodec();

    public EventDecoder(Class<E> context) {
        this.context = context;
    }

    public Decoded<E> decode(JournalRow row) {
        try {
            Optional<Envelope<Event>> envelope = codec.decode(row.eventName(), row.payload());
            return envelope.isEmpty()
                    ? new Decoded.Unreadable<>("no event is called " + row.eventName())
                    : known(EntityKey.parse(row.persistenceId()), envelope.get(), row.eventName());
        } catch (RuntimeException e) {
            // Whatever a damaged payload makes a parser throw; an error of the machine is no RuntimeException.
            return new Decoded.Unreadable<>("the payload is not a " + row.eventName() + ": " + cause(e));
        }
    }

    private Decoded<E> known(EntityKey entity, Envelope<Event> envelope, String name) {
        if (!context.isInstance(envelope.data())) {
            return new Decoded.Unreadable<>(name + " does not happen to a " + entity.type());
        }
        if (!envelope.meta().tenant().id().equals(entity.tenant())) {
            return new Decoded.Unreadable<>("the event names another tenant than its entity");
        }
        return new Decoded.Known<>(entity, envelope.meta(), context.cast(envelope.data()));
    }

    private static String cause(RuntimeException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }
}
