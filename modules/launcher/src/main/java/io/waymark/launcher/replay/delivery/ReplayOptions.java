package io.waymark.launcher.replay.delivery;

/**
 * How a file is replayed.
 *
 * @param through the interface that reservations, changes and cancellations arrive through
 * @param perSecond the most messages in a second; 0 stands for as many as are answered
 * @param patience how long an unavailable system is waited for
 */
public record ReplayOptions(Passage through, int perSecond, Patience patience) {

    public static final ReplayOptions USUAL = new ReplayOptions(Passage.ALPINEBITS, 0, Patience.USUAL);

    public ReplayOptions {
        if (perSecond < 0) {
            throw new IllegalArgumentException("a rate is not negative");
        }
    }
}
