package io.waymark.launcher.replay.capacity;

/**
 * What the calendar says about one night before the replay.
 *
 * @param occupied rooms sold or held
 */
public record Night(int capacity, int allowance, int occupied) {

    /** A night that nobody has said anything about. */
    public static final Night UNKNOWN = new Night(0, 0, 0);
}
