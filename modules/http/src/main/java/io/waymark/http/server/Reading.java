package io.waymark.http.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A request whose body is still coming. */
final class Reading {

    private static final byte[] EMPTY = {};

    private final HttpRequest head;
    private final ServerSettings settings;
    private final OpenConnections memory;
    private byte[] body = EMPTY;
    private int length;
    private long dropped;
    private long reserved;
    private boolean tooLarge;
    private @Nullable Problem problem;

    Reading(HttpRequest head, ServerSettings settings, OpenConnections memory) {
        this.head = head;
        this.settings = settings;
        this.memory = memory;
        this.tooLarge = HttpUtil.getContentLength(head, 0L) > settings.largestBody();
    }

    HttpRequest head() {
        return head;
    }

    /** Why no request comes of it. */
    @Nullable
    Problem problem() {
        return problem;
    }

    /** Whether the body will not be kept, which a client that asks before it sends should know. */
    boolean tooLarge() {
        return tooLarge;
    }

    /** Whether there is no point in waiting for its end. */
    boolean endless() {
        return dropped > ServerSettings.WORTH_READING
                || HttpUtil.getContentLength(head, 0L) > ServerSettings.WORTH_READING;
    }

    /** Takes the next part of the body, the only one in most cases. */
    void add(ByteBuf part, boolean last) {
        int size = part.readableBytes();
        if (length + size > settings.largestBody()) {
            tooLarge = true;
        } else if (!tooLarge && problem == null && !memory.reserve(size)) {
            problem =
                    Problem.of(ProblemCode.UNAVAILABLE, "Too much is being sent at once. Send the same request again.");
        }
        if (tooLarge || problem != null) {
            drop(size);
            return;
        }
        reserved += size;
        if (last && length == 0) {
            body = size == 0 ? EMPTY : ByteBufUtil.getBytes(part);
        } else {
            if (body.length < length + size) {
                body = Arrays.copyOf(body, Math.max(length + size, Math.min(settings.largestBody(), 2 * body.length)));
            }
            part.getBytes(part.readerIndex(), body, length, size);
        }
        length += size;
    }

    /** The request, when its last part has come. */
    Request whole() {
        return new Request(
                head.method().name(),
                head.uri(),
                head.headers(),
                tooLarge ? null : body.length == length ? body : Arrays.copyOf(body, length),
                null);
    }

    /** How many bytes it holds until it is answered. */
    long reserved() {
        return reserved;
    }

    private void drop(int size) {
        dropped += size;
        memory.free(reserved);
        reserved = 0;
        body = EMPTY;
        length = 0;
    }
}
