package io.waymark.sandbox.shop;

import io.waymark.kernel.DateRange;
import io.waymark.sandbox.channel.Copy.Room;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sale of a channel with its revisions; what counts is the newest that the house has taken. Guarded by the shop. */
final class Sale {

    private record Revision(SaleMessage message, @Nullable Boolean taken) {}

    private final String id;
    private final Room room;
    private final TreeMap<Instant, Revision> revisions = new TreeMap<>();
    private int abroad;

    Sale(String id, Room room) {
        this.id = id;
        this.room = room;
    }

    String id() {
        return id;
    }

    Room room() {
        return room;
    }

    /** Whether nothing more can be said about it: its newest word is that it is off. */
    boolean ended() {
        return revisions.lastEntry().getValue().message().kind() == SaleMessage.Kind.CANCELLED;
    }

    /** How many messages about it are under way. */
    int abroad() {
        return abroad;
    }

    Instant next() {
        return revisions.isEmpty() ? Instant.EPOCH : revisions.lastKey().plusSeconds(1);
    }

    void sending(SaleMessage message) {
        revisions.put(message.at(), new Revision(message, null));
        abroad++;
    }

    void settled(SaleMessage message, boolean taken) {
        revisions.put(message.at(), new Revision(message, taken));
        abroad--;
    }

    /** The nights that are sold now; null where nothing is. */
    @Nullable
    DateRange nights() {
        for (Revision revision : revisions.descendingMap().values()) {
            if (Boolean.TRUE.equals(revision.taken())) {
                return revision.message().kind() == SaleMessage.Kind.CANCELLED
                        ? null
                        : revision.message().nights();
            }
        }
        return null;
    }
}
