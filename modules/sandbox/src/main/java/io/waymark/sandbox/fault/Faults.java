package io.waymark.sandbox.fault;

import java.util.stream.IntStream;

/**
 * How a channel misbehaves, in both directions: of a thousand messages, how many meet each fate.
 *
 * @param down whether nobody answers at all
 * @param delayMillis how long a delayed message takes
 * @param holdMillis how long a reordered message is held back
 * @param limitPerSecond how many messages a second it takes before it answers 429; 0 for no limit
 * @param seed of the dice
 */
public record Faults(
        boolean down,
        int delay,
        int duplicate,
        int reorder,
        int loseRequest,
        int loseAnswer,
        int refuse,
        int delayMillis,
        int holdMillis,
        int limitPerSecond,
        long seed) {

    private static final int ALL = 1_000;
    private static final int LONGEST_MILLIS = 10_000;

    /** A partner as one wishes for. */
    public static final Faults NONE = new Faults(false, 0, 0, 0, 0, 0, 0, 200, 600, 0, 1);

    public Faults {
        int[] rates = {delay, duplicate, reorder, loseRequest, loseAnswer, refuse};
        if (IntStream.of(rates).anyMatch(rate -> rate < 0 || rate > ALL)
                || IntStream.of(rates).sum() > ALL) {
            throw new IllegalArgumentException("rates are of a thousand messages, and together not more than that");
        }
        if (delayMillis < 0 || holdMillis < 0 || delayMillis > LONGEST_MILLIS || holdMillis > LONGEST_MILLIS) {
            throw new IllegalArgumentException("a message waits at most " + LONGEST_MILLIS + " ms");
        }
        if (limitPerSecond < 0) {
            throw new IllegalArgumentException("a limit is 0 or more");
        }
    }

    /** The fate of the message that drew this number, from 0 to 999. */
    Fate fate(int drawn) {
        int left = drawn;
        Fate[] fates = {Fate.DELAY, Fate.DUPLICATE, Fate.REORDER, Fate.LOSE_REQUEST, Fate.LOSE_ANSWER, Fate.REFUSE};
        int[] rates = {delay, duplicate, reorder, loseRequest, loseAnswer, refuse};
        for (int i = 0; i < rates.length; i++) {
            left -= rates[i];
            if (left < 0) {
                return fates[i];
            }
        }
        return Fate.ACCEPT;
    }
}
