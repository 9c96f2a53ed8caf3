package io.waymark.launcher.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** One HTTP/1.1 connection that has one request under way at a time; reads answers with a Content-Length only. */
final class Connection {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST_ANSWER = 1 << 18;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer in = ByteBuffer.allocateDirect(LARGEST_ANSWER);
    private final byte[] head = new byte[4_096];
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long sentAt;

    Connection(InetSocketAddress address, Selector selector) throws IOException {
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    long sentAt() {
        return sentAt;
    }

    void send(byte[] request, long now) throws IOException {
        out = ByteBuffer.wrap(request);
        sentAt = now;
        write();
    }

    /** Goes on with what the socket is ready for; answers the status when an answer is complete. */
    OptionalInt ready() throws IOException {
        if (key.isWritable()) {
            write();
        }
        if (!key.isReadable()) {
            return OptionalInt.empty();
        }
        if (channel.read(in) < 0) {
            throw new IOException("the server closed the connection");
        }
        return answer();
    }

    void close() throws IOException {
        channel.close();
    }

    private void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private OptionalInt answer() {
        int known = Math.min(in.position(), head.length);
        in.get(0, head, 0, known);
        int end = endOfHead(known);
        if (end < 0 || in.position() < end + contentLength(end)) {
            return OptionalInt.empty();
        }
        int status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + head[11] - '0';
        in.clear();
        return OptionalInt.of(status);
    }

    private int endOfHead(int known) {
        for (int i = 3; i < known; i++) {
            if (head[i] == '\n' && head[i - 1] == '\r' && head[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int contentLength(int end) {
        for (int i = 0; i < end - LENGTH.length; i++) {
            if (head[i] == '\n' && isLength(i + 1)) {
                int length = 0;
                for (int at = i + 1 + LENGTH.length; head[at] != '\r'; at++) {
                    length = head[at] == ' ' ? length : length * 10 + head[at] - '0';
                }
                return length;
            }
        }
        return 0;
    }

    private boolean isLength(int from) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((head[from + i] | 0x20) != LENGTH[i] && head[from + i] != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }
}
