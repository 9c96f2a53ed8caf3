package io.waymark.http.server;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The connections of a server, and what they hold together. */
final class OpenConnections {

    private final ServerSettings settings;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong bodies = new AtomicLong();
    private final CompletableFuture<Void> allClosed = new CompletableFuture<>();
    private volatile boolean draining;

    OpenConnections(ServerSettings settings) {
        this.settings = settings;
    }

    /** Takes a connection in; false where there are too many, or where the server stops. */
    boolean enter(Connection connection) {
        if (draining || connections.size() >= settings.connections()) {
            return false;
        }
        connections.add(connection);
        return true;
    }

    void leave(Connection connection) {
        connections.remove(connection);
        if (draining && connections.isEmpty()) {
            allClosed.complete(null);
        }
    }

    /** Makes room for so many bytes of a body; false where all bodies together are too much. */
    boolean reserve(int bytes) {
        if (bodies.addAndGet(bytes) <= settings.bodiesInMemory()) {
            return true;
        }
        bodies.addAndGet(-bytes);
        return false;
    }

    void free(long bytes) {
        bodies.addAndGet(-bytes);
    }

    /** Whether every answer is to be a connection's last. */
    boolean draining() {
        return draining;
    }

    void drain() {
        draining = true;
        if (connections.isEmpty()) {
            allClosed.complete(null);
        }
    }

    /** Closes the idle ones at once and the others behind their answers; all of them at the limit. */
    CompletionStage<Void> closed(Duration limit) {
        connections.forEach(Connection::closeWhenIdle);
        return allClosed
                .copy()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((all, late) -> connections.forEach(Connection::close));
    }
}
