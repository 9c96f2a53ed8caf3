package io.waymark.launcher.replay.delivery;

/** The public interface that reservations arrive through; the desk always speaks to the API. */
public enum Passage {
    ALPINEBITS,
    API
}
