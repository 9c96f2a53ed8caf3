package io.waymark.events;

/**
 * A place in the journal that a tail has read up to: the writing transaction and the row's number in it.
 *
 * <p>The order of (tx_id, ordering), read only below the oldest running transaction, is the one order in which no row can
 * appear behind a reader's back.
 */
public record JournalPosition(long txId, long ordering) implements Comparable<JournalPosition> {

    public static final JournalPosition START = new JournalPosition(0, 0);

    @Override
    public int compareTo(JournalPosition other) {
        int byTransaction = Long.compareUnsigned(txId, other.txId);
        return byTransaction != 0 ? byTransaction : Long.compare(ordering, other.ordering);
    }

    /** {@code txId:ordering}. */
    @Override
    public String toString() {
        return Long.toUnsignedString(txId) + ":" + ordering;
    }

    public static JournalPosition parse(String text) {
        int colon = text.indexOf(':');
        return new JournalPosition(
                Long.parseUnsignedLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
    }
}
