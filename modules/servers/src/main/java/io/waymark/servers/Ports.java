package io.waymark.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback interface. */
public final class Ports {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that nobody listened on a moment ago and that was not given before. It is below those that Linux takes for
     * outgoing connections, any of which may be gone by the time that a server listens.
     */
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new ServerFailure(
                "This machine gives no free port from %d to %d on the loopback interface.".formatted(LOWEST, HIGHEST));
    }

    /** Fails when something listens on the port, naming the setting that chooses another. */
    public static void requireFree(int port, String user, String setting) {
        if (!isFree(port)) {
            throw new ServerFailure(
                    "Port %d of %s is taken by another program: stop that program or set %s to a free port."
                            .formatted(port, user, setting));
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
