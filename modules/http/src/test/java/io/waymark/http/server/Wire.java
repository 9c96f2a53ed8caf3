package io.waymark.http.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A client that says exactly what a test wants said, byte by byte, and reads what is answered. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    /** An answer as it came: the status line, the headers with their names in lower case, the body's bytes as text. */
    record Answer(String status, List<String> headers, String body) {

        @Nullable
        String header(String name) {
            return headers.stream()
                    .filter(line -> line.startsWith(name + ": "))
                    .findFirst()
                    .map(line -> line.substring(name.length() + 2))
                    .orElse(null);
        }
    }

    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    Wire say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends so many bytes of a body. */
    Wire fill(long bytes) throws IOException {
        byte[] part = new byte[1 << 16];
        for (long left = bytes; left > 0; left -= part.length) {
            socket.getOutputStream().write(part, 0, (int) Math.min(left, part.length));
        }
        return this;
    }

    /** The next answer whose length it says. */
    Answer answer() throws IOException {
        Answer head = head();
        @Nullable String length = head.header("content-length");
        byte[] body = length == null ? new byte[0] : in.readNBytes(Integer.parseInt(length));
        return new Answer(head.status(), head.headers(), new String(body, StandardCharsets.UTF_8));
    }

    /** The next answer without its body. */
    Answer head() throws IOException {
        String status = line();
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
        }
        return new Answer(status, headers, "");
    }

    /** All until the server closes the connection. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed behind: " + line);
            }
            line.append((char) next);
        }
        return line.substring(0, Math.max(0, line.length() - 1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
