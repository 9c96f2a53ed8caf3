package io.waymark.runtime.journal;

import io.waymark.events.Envelope;
import io.waymark.events.Event;
import io.waymark.events.JournalCodec;
import io.waymark.events.JournalCodec.Encoded;
import java.io.NotSerializableException;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/** Stores a {@link JournalRecord} as the JSON it carries; the manifest is the event's stable name. */
public final class JournalSerializer extends SerializerWithStringManifest {

    /** In every journal row: never change it. */
    static final int IDENTIFIER = 7301;

    private final JournalCodec codec = new JournalCodec();

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public String manifest(Object record) {
        return ((JournalRecord) record).encoded().name();
    }

    @Override
    public byte[] toBinary(Object record) {
        return ((JournalRecord) record).encoded().payload();
    }

    @Override
    public Object fromBinary(byte[] payload, String manifest) throws NotSerializableException {
        Envelope<Event> envelope = codec.decode(manifest, payload)
                .orElseThrow(() -> new NotSerializableException(
                        "the journal holds " + manifest + ", which this release does not know: run a newer one"));
        return new JournalRecord(
                envelope, new Encoded(manifest, payload, envelope.meta().hash()));
    }
}
