package io.waymark.channels.feed;

import java.time.Duration;
import java.time.Instant;

/** So many messages a second, a quarter of a second's worth at once; whoever is refused asks again later. */
final class RateLimit {

    private static final int PARTS_OF_A_SECOND = 4;
    private static final double NANOS = 1e9;

    private double tokens;
    private Instant filled;

    RateLimit(Instant now) {
        this.filled = now;
    }

    /** Whether a message may go now. */
    boolean take(int perSecond, Instant now) {
        double most = Math.max(1, perSecond / PARTS_OF_A_SECOND);
        double more = Duration.between(filled, now).toNanos() / NANOS * perSecond;
        tokens = Math.min(most, tokens + Math.max(0, more));
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
