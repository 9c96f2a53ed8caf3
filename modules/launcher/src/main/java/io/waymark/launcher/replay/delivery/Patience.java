package io.waymark.launcher.replay.delivery;

import java.time.Duration;

/**
 * How long a message is tried.
 *
 * @param answer how long one answer is waited for
 * @param firstPause before the second attempt; it doubles with each
 * @param longestPause where doubling ends
 * @param unavailable how long a system may be away, restarts included, before the replay gives up
 * @param notYet how long a refusal is believed to be passing
 */
public record Patience(
        Duration answer, Duration firstPause, Duration longestPause, Duration unavailable, Duration notYet) {

    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(30),
            Duration.ofMillis(100),
            Duration.ofSeconds(3),
            Duration.ofMinutes(5),
            Duration.ofSeconds(5));

    Duration pause(int attempt) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(attempt, 20));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
