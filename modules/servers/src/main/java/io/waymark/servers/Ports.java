package io.waymark.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback interface. */
public final class Ports {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private Ports() {}

    /** A port that nobody listened on a moment ago. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServerFailure("This machine gives no free port on the loopback interface.", e);
        }
    }

    /** Fails when something listens on the port, naming the setting that chooses another. */
    public static void requireFree(int port, String user, String setting) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
        } catch (IOException e) {
            throw new ServerFailure(
                    "Port %d of %s is taken by another program: stop that program or set %s to a free port."
                            .formatted(port, user, setting),
                    e);
        }
    }
}
