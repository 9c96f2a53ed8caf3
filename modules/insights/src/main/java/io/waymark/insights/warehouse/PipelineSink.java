package io.waymark.insights.warehouse;

import java.time.Duration;
import java.util.List;

/** What the pipeline writes, by the names under which it reports its progress. */
public enum PipelineSink {
    WAREHOUSE(
            List.of("warehouse-bookings", "warehouse-properties", "warehouse-inventory"),
            Freshness.Source.WAREHOUSE,
            0),
    SEARCHED_BOOKINGS(List.of("search-bookings"), Freshness.Source.SEARCH, PipelineSink.REFRESH_MILLIS),
    SEARCHED_CHANNEL_MESSAGES(List.of("search-channel-messages"), Freshness.Source.SEARCH, PipelineSink.REFRESH_MILLIS);

    /** A written document is found after the next refresh of its index: the interval in the index's settings. */
    private static final long REFRESH_MILLIS = 500;

    private final List<String> names;
    private final Freshness.Source source;
    private final long visibleAfterMillis;

    PipelineSink(List<String> names, Freshness.Source source, long visibleAfterMillis) {
        this.names = names;
        this.source = source;
        this.visibleAfterMillis = visibleAfterMillis;
    }

    List<String> names() {
        return names;
    }

    Freshness.Source source() {
        return source;
    }

    Duration visibleAfter() {
        return Duration.ofMillis(visibleAfterMillis);
    }
}
