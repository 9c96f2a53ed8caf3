package io.waymark.runtime.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commands that an entity carried out last, oldest first.
 *
 * <p>Refused commands are not remembered: nothing happened, so asking again is a new question.
 */
record Recent(List<Entry> entries) {

    /** As many as a client with its retries, or a channel with its repeats, can have under way at once. */
    static final int LIMIT = 32;

    static final Recent NONE = new Recent(List.of());

    /** A command, the digest of its content, and the entity's revision when it had taken effect. */
    record Entry(String commandId, String digest, long revision) {}

    Recent {
        entries = List.copyOf(entries);
    }

    Optional<Entry> find(String commandId) {
        return entries.reversed().stream()
                .filter(entry -> entry.commandId().equals(commandId))
                .findFirst();
    }

    /** Remembers the command; several events of one command move its revision on. */
    Recent with(Entry entry) {
        List<Entry> next = new ArrayList<>(entries);
        if (!next.isEmpty() && next.getLast().commandId().equals(entry.commandId())) {
            next.removeLast();
        }
        next.add(entry);
        return new Recent(next.size() > LIMIT ? next.subList(1, next.size()) : next);
    }
}
