package io.waymark.http.server;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * The limits of a server.
 *
 * @param threads that read and write; zero for one for every two processors
 * @param connections at once; one more is told so and closed
 * @param backlog of connections that nobody accepted yet
 * @param largestBody in bytes; larger ones are read to their end, up to {@link #WORTH_READING}, and not kept
 * @param bodiesInMemory bytes of all bodies that are on their way at once
 * @param bodyLimit how long a request may take to come
 * @param answerLimit how long its answer may take
 * @param idleLimit how long a connection may be silent
 */
public record ServerSettings(
        int threads,
        int connections,
        int backlog,
        int largestBody,
        long bodiesInMemory,
        Duration bodyLimit,
        Duration answerLimit,
        Duration idleLimit) {

    /** A client reads its answer only once all is sent; beyond this the connection is closed on it instead. */
    static final long WORTH_READING = 64L << 20;

    /** The settings under {@code waymark.http}. */
    public static ServerSettings of(Config root) {
        Config config = root.getConfig("waymark.http");
        int threads = config.getInt("threads");
        return new ServerSettings(
                threads == 0 ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2) : threads,
                config.getInt("connections"),
                config.getInt("backlog"),
                Math.toIntExact(config.getBytes("largest-body")),
                config.getBytes("bodies-in-memory"),
                config.getDuration("body-limit"),
                config.getDuration("answer-limit"),
                config.getDuration("idle-limit"));
    }
}
