package io.waymark.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/** The allocations of a room type by hold id, with the deadlines of its holds in order. Immutable, cheap to change. */
public final class Allocations {

    static final Allocations NONE = new Allocations(HashTreePMap.empty(), TreePSet.empty());

    private final PMap<String, Allocation> byHoldId;
    private final PSortedSet<Deadline> deadlines;

    private Allocations(PMap<String, Allocation> byHoldId, PSortedSet<Deadline> deadlines) {
        this.byHoldId = byHoldId;
        this.deadlines = deadlines;
    }

    private record Deadline(Instant expiresAt, String holdId) implements Comparable<Deadline> {

        private static final Comparator<Deadline> ORDER =
                Comparator.comparing(Deadline::expiresAt).thenComparing(Deadline::holdId);

        @Override
        public int compareTo(Deadline other) {
            return ORDER.compare(this, other);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Allocations of(Map<String, Allocation> byHoldId) {
        List<Deadline> deadlines = byHoldId.entrySet().stream()
                .flatMap(entry -> deadline(entry.getKey(), entry.getValue()))
                .toList();
        return new Allocations(HashTreePMap.from(byHoldId), TreePSet.from(deadlines));
    }

    /** Every allocation, in no particular order. */
    @JsonValue
    public Map<String, Allocation> byHoldId() {
        return byHoldId;
    }

    public @Nullable Allocation find(String holdId) {
        return byHoldId.get(holdId);
    }

    /** The holds whose deadline has passed, the oldest first. */
    List<String> expired(Instant now) {
        return deadlines.stream()
                .takeWhile(deadline -> !now.isBefore(deadline.expiresAt()))
                .map(Deadline::holdId)
                .toList();
    }

    Allocations with(String holdId, Allocation allocation) {
        PSortedSet<Deadline> others = without(holdId).deadlines;
        return new Allocations(
                byHoldId.plus(holdId, allocation),
                others.plusAll(deadline(holdId, allocation).toList()));
    }

    Allocations without(String holdId) {
        Allocation before = byHoldId.get(holdId);
        return before == null
                ? this
                : new Allocations(
                        byHoldId.minus(holdId),
                        deadlines.minusAll(deadline(holdId, before).toList()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Allocations that && byHoldId.equals(that.byHoldId);
    }

    @Override
    public int hashCode() {
        return byHoldId.hashCode();
    }

    @Override
    public String toString() {
        return "Allocations[" + byHoldId.size() + "]";
    }

    private static Stream<Deadline> deadline(String holdId, Allocation allocation) {
        Instant expiresAt = allocation.expiresAt();
        return expiresAt == null ? Stream.empty() : Stream.of(new Deadline(expiresAt, holdId));
    }
}
