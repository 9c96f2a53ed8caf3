package io.waymark.sandbox.shop;

import org.jspecify.annotations.Nullable;

/**
 * How much a channel is to sell.
 *
 * @param messages new sales, changes and cancellations together
 * @param workers how many of them are under way at once
 * @param hotel only there; null for every hotel that the channel was told about
 */
public record Traffic(
        int messages, int workers, long seed, @Nullable String hotel) {

    private static final int MOST_MESSAGES = 1_000_000;
    private static final int MOST_WORKERS = 64;

    public Traffic {
        if (messages < 1 || messages > MOST_MESSAGES || workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException(
                    "1 to " + MOST_MESSAGES + " messages by 1 to " + MOST_WORKERS + " workers");
        }
    }

    /**
     * How far it is.
     *
     * @param underWay messages whose answer is waited for, also those from before the channel was started again
     */
    public record Progress(
            int wanted, int settled, int taken, int refused, int unclear, boolean running, int underWay) {

        public static final Progress NONE = new Progress(0, 0, 0, 0, 0, false, 0);

        Progress with(int messagesUnderWay) {
            return new Progress(wanted, settled, taken, refused, unclear, running, messagesUnderWay);
        }
    }
}
