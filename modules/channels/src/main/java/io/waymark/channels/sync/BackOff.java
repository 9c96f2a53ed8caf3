package io.waymark.channels.sync;

import java.time.Duration;

/** How long to wait after so many failures in a row: twice as long each time, half of it by chance. Pure. */
final class BackOff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 12;
    private static final int PER_MILLE = 1_000;

    private BackOff() {}

    /** The pause; {@code jitter} is of a thousand. */
    static Duration after(int failures, int jitter) {
        Duration whole = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        Duration bounded = whole.compareTo(LONGEST) < 0 ? whole : LONGEST;
        return bounded.dividedBy(2)
                .plus(bounded.dividedBy(2).multipliedBy(jitter).dividedBy(PER_MILLE));
    }
}
