package io.waymark.runtime.entity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The commands that an entity carried out last, oldest first.
 *
 * <p>Refused commands are not remembered: nothing happened, so asking again is a new question.
 */
final class Recent {

    /** As many as a client with its retries, or a channel with its repeats, can have under way at once. */
    static final int LIMIT = 32;

    static final Recent NONE = new Recent(new Entry[0], new int[0]);

    /** A command, the digest of its content, and the entity's revision when it had taken effect. */
    record Entry(String commandId, String digest, long revision) {}

    private final Entry[] entries;

    /** Of the command ids, side by side: almost every command is new, and these alone say so without a look at the entries. */
    private final int[] hashes;

    private Recent(Entry[] entries, int[] hashes) {
        this.entries = entries;
        this.hashes = hashes;
    }

    @JsonCreator
    static Recent of(@JsonProperty("entries") List<Entry> entries) {
        return new Recent(
                entries.toArray(Entry[]::new),
                entries.stream().mapToInt(entry -> entry.commandId().hashCode()).toArray());
    }

    @JsonProperty
    List<Entry> entries() {
        return List.of(entries);
    }

    Optional<Entry> find(String commandId) {
        int hash = commandId.hashCode();
        for (int i = hashes.length - 1; i >= 0; i--) {
            if (hashes[i] == hash && entries[i].commandId().equals(commandId)) {
                return Optional.of(entries[i]);
            }
        }
        return Optional.empty();
    }

    /** Remembers the command; several events of one command move its revision on. */
    Recent with(Entry entry) {
        int size = entries.length;
        int kept = size > 0 && entries[size - 1].commandId().equals(entry.commandId()) ? size - 1 : size;
        int from = kept == LIMIT ? 1 : 0;
        Entry[] next = Arrays.copyOfRange(entries, from, kept + 1);
        int[] nextHashes = Arrays.copyOfRange(hashes, from, kept + 1);
        next[kept - from] = entry;
        nextHashes[kept - from] = entry.commandId().hashCode();
        return new Recent(next, nextHashes);
    }
}
