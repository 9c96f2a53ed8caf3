package io.waymark.insights.feed;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the feed: the warehouse's transaction that wrote an event, and the event's number.
 *
 * <p>The order in which the warehouse came to know of events, and not the journal's: the pipeline writes side by side, so
 * only this order never gets anything in between later.
 */
record FeedPosition(long transaction, long ordering) implements Comparable<FeedPosition> {

    static final FeedPosition START = new FeedPosition(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final Comparator<FeedPosition> ORDER =
            Comparator.comparingLong(FeedPosition::transaction).thenComparingLong(FeedPosition::ordering);

    /** The position of this text; empty where it is none of ours. */
    static Optional<FeedPosition> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new FeedPosition(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    String text() {
        return transaction + "-" + ordering;
    }

    @Override
    public int compareTo(FeedPosition other) {
        return ORDER.compare(this, other);
    }
}
