package io.waymark.insights.feed;

import java.util.List;

/**
 * Events of all tenants that follow each other.
 *
 * @param after nothing lies between this position and the first event
 * @param upTo the position of the last event; the same as {@code after} where there is none
 */
record FeedBatch(FeedPosition after, FeedPosition upTo, List<ReservationEvent> events) {

    FeedBatch {
        events = List.copyOf(events);
    }

    /** Nothing yet, from here on: whoever is behind this position learns from it that there is something to read. */
    static FeedBatch beginning(FeedPosition head) {
        return new FeedBatch(head, head, List.of());
    }
}
