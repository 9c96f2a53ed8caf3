package io.waymark.inventory;

/** How much of the calendar a request has to obey. Capacity is never exceeded, whoever asks. */
public enum Enforcement {
    /** Capacity and every restriction: what our own API sells. */
    ENFORCE,
    /** Capacity only: a channel has already sold under the calendar that it had. */
    CAPACITY_ONLY
}
