package io.waymark.launcher.verify;

import io.waymark.events.JournalCodec;
import io.waymark.events.Meta;
import io.waymark.launcher.verify.Check.Tally;
import io.waymark.launcher.verify.JournalScan.Row;

/**
 * Every event's hash is the hash of what stands there, and names the event before it: an edit, a removal or an insertion
 * in the middle of an entity's history breaks its chain.
 */
final class HashChains implements JournalScan.Reader {

    private final Tally tally = new Tally("hash chains");
    private String persistenceId = "";
    private long revision;
    private String hash = "";

    @Override
    public void read(Row row) {
        if (!row.persistenceId().equals(persistenceId)) {
            persistenceId = row.persistenceId();
            revision = 0;
            hash = "";
        }
        tally.compared();
        String name = row.persistenceId() + " at revision " + row.revision();
        if (row.revision() != revision + 1) {
            tally.differs(name + " follows revision " + revision);
        }
        row.envelope().ifPresent(envelope -> compare(name, envelope.meta(), row));
        revision = row.revision();
    }

    private void compare(String name, Meta meta, Row row) {
        if (!meta.previousHash().equals(hash)) {
            tally.differs(name + " does not follow the event before it");
        }
        if (!meta.hash().equals(JournalCodec.expectedHash(row.payload()))) {
            tally.differs(name + " was altered after it was written");
        }
        hash = meta.hash();
    }

    Check check() {
        return tally.check();
    }
}
