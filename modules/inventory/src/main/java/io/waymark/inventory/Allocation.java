package io.waymark.inventory;

import io.waymark.kernel.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Rooms that one line of a booking takes, on hold or sold.
 *
 * @param expiresAt the deadline of a hold; null once sold
 * @param proposed what a change of a sale would take instead; until it is adopted or withdrawn both are occupied
 */
public record Allocation(
        DateRange nights,
        int rooms,
        @Nullable Instant expiresAt,
        @Nullable Proposal proposed) {

    /** Nights and rooms that a change wants. */
    public record Proposal(DateRange nights, int rooms) {}

    static Allocation held(DateRange nights, int rooms, Instant expiresAt) {
        return new Allocation(nights, rooms, expiresAt, null);
    }

    static Allocation sold(DateRange nights, int rooms) {
        return new Allocation(nights, rooms, null, null);
    }

    boolean isSold() {
        return expiresAt == null;
    }

    /** The deadline decides, not the sweep: an expired hold may not have been released yet. */
    boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    boolean takes(DateRange nights, int rooms) {
        return this.nights.equals(nights) && this.rooms == rooms;
    }

    Allocation confirmed() {
        return new Allocation(nights, rooms, null, proposed);
    }

    Allocation until(Instant deadline) {
        return new Allocation(nights, rooms, deadline, proposed);
    }

    Allocation proposing(DateRange nights, int rooms) {
        return new Allocation(this.nights, this.rooms, expiresAt, new Proposal(nights, rooms));
    }

    Allocation adopted() {
        return proposed == null ? this : new Allocation(proposed.nights(), proposed.rooms(), expiresAt, null);
    }

    Allocation withdrawn() {
        return new Allocation(nights, rooms, expiresAt, null);
    }

    Allocation shortened(LocalDate to) {
        return new Allocation(new DateRange(nights.from(), to), rooms, expiresAt, proposed);
    }

    /** What it takes of one date; a proposal takes what it wants beyond the sale's own rooms. */
    Occupancy on(LocalDate date) {
        int own = nights.contains(date) ? rooms : 0;
        int wanted = proposed != null && proposed.nights().contains(date) ? proposed.rooms() : 0;
        int extra = Math.max(0, wanted - own);
        return isSold() ? new Occupancy(own, extra) : new Occupancy(0, own + extra);
    }

    /** The shortest range that has every date it takes. */
    DateRange span() {
        return proposed == null ? nights : union(nights, proposed.nights());
    }

    static DateRange union(DateRange one, DateRange other) {
        if (one.isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return one;
        }
        LocalDate from = one.from().isBefore(other.from()) ? one.from() : other.from();
        LocalDate to = one.to().isAfter(other.to()) ? one.to() : other.to();
        return new DateRange(from, to);
    }
}
