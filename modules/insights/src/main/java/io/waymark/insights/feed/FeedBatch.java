package io.waymark.insights.feed;

import java.util.List;

/**
 * Events of all tenants that follow each other.
 *
 * @param after nothing lies between this position and the first event
 * @param upTo the position of the last event
 */
record FeedBatch(FeedPosition after, FeedPosition upTo, List<ReservationEvent> events) {

    FeedBatch {
        events = List.copyOf(events);
    }
}
