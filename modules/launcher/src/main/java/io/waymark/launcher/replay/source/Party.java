package io.waymark.launcher.replay.source;

/** The people a room was booked for; the data has rows with nobody at all. */
public record Party(int adults, int children, int babies) {

    public int size() {
        return adults + children + babies;
    }
}
