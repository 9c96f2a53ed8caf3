package io.waymark.launcher.bench.freshness;

/**
 * A change whose way is watched.
 *
 * @param revision of the booking after it
 * @param committedNanos when its caller was told that it is durable
 */
record Sample(String booking, long revision, long committedNanos) {}
