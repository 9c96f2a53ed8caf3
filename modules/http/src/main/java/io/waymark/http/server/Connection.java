package io.waymark.http.server;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.Materializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: requests one after another, each answered before the next is looked at.
 *
 * <p>Everything here happens on the connection's own thread; answers that come about elsewhere are brought to it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What cannot be written ends the connection, which is told by itself.
final class Connection extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** Requests that may be sent ahead before the connection is read no further. */
    private static final int AHEAD = 16;

    private static final Duration LOOK_AFTER = Duration.ofSeconds(1);

    /** What has come: a request, or what was wrong with it; and how the answer is to be framed. */
    private record Asked(
            long number, HttpRequest head, @Nullable Request request, Problem problem, long reserved) {}

    private static final Problem TOO_LARGE =
            Problem.of(ProblemCode.TOO_LARGE, "The body is larger than this server takes.");
    private static final Problem UNREADABLE = Problem.of(ProblemCode.MALFORMED, "The request is not valid HTTP.");

    private final ServerSettings settings;
    private final OpenConnections open;
    private final Handler handler;
    private final Materializer materializer;

    private final Deque<Asked> ahead = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext context;
    private @Nullable Reading reading;
    private @Nullable Asked asked;
    private @Nullable StreamedBody streamed;
    private @Nullable Future<?> watch;
    private boolean last;
    private long come;
    private long since = System.nanoTime();

    Connection(ServerSettings settings, OpenConnections open, Handler handler, Materializer materializer) {
        this.settings = settings;
        this.open = open;
        this.handler = handler;
        this.materializer = materializer;
    }

    @Override
    public void channelActive(ChannelHandlerContext opened) {
        context = opened;
        if (!open.enter(this)) {
            finish(
                    opened,
                    handler.refusal(Problem.of(
                            ProblemCode.UNAVAILABLE, "There are too many connections. Try again in a moment.")));
            return;
        }
        long period = Math.min(LOOK_AFTER.toNanos(), settings.answerLimit().toNanos() / 4);
        watch = opened.executor().scheduleWithFixedDelay(() -> watch(opened), period, period, TimeUnit.NANOSECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        open.leave(this);
        if (watch != null) {
            watch.cancel(false);
        }
        if (streamed != null) {
            streamed.cancel();
        }
        release(asked);
        ahead.forEach(this::release);
        ahead.clear();
        if (reading != null) {
            open.free(reading.reserved());
            reading = null;
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext broken, Throwable cause) {
        LOG.debug("A connection broke: {}", cause.toString());
        broken.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext current, Object message) {
        try {
            if (last) {
                return;
            }
            if (message instanceof HttpRequest head) {
                begin(current, head);
            }
            if (message instanceof HttpContent part && reading != null) {
                read(current, reading, part);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void begin(ChannelHandlerContext current, HttpRequest head) {
        if (head.decoderResult().isFailure() || head.protocolVersion().majorVersion() != 1) {
            last = true;
            next(current, refused(head, unreadable(head.decoderResult().cause())));
            return;
        }
        since = System.nanoTime();
        Reading begun = new Reading(head, settings, open);
        reading = begun;
        if (HttpUtil.is100ContinueExpected(head)) {
            if (begun.tooLarge()) {
                reading = null;
                last = true;
                next(current, refused(head, TOO_LARGE));
            } else {
                current.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
            }
        }
    }

    private void read(ChannelHandlerContext current, Reading coming, HttpContent part) {
        boolean end = part instanceof LastHttpContent;
        if (part.decoderResult().isFailure()) {
            open.free(coming.reserved());
            reading = null;
            last = true;
            next(current, refused(coming.head(), unreadable(part.decoderResult().cause())));
            return;
        }
        coming.add(part.content(), end);
        boolean hopeless = coming.endless();
        if (end || hopeless) {
            reading = null;
            last = hopeless;
            @Nullable Problem problem = hopeless ? TOO_LARGE : coming.problem();
            next(
                    current,
                    problem == null
                            ? new Asked(++come, coming.head(), coming.whole(), UNREADABLE, coming.reserved())
                            : refused(coming.head(), problem));
        }
    }

    private Asked refused(HttpRequest head, Problem problem) {
        return new Asked(++come, head, null, problem, 0);
    }

    private void next(ChannelHandlerContext current, Asked following) {
        if (asked != null) {
            ahead.add(following);
            current.channel().config().setAutoRead(ahead.size() < AHEAD);
            return;
        }
        asked = following;
        since = System.nanoTime();
        if (following.request() == null) {
            answer(current, following, handler.refusal(following.problem()));
            return;
        }
        handler.answer(following.request()).whenComplete((response, failure) -> {
            if (current.executor().inEventLoop()) {
                answered(current, following, response, failure);
            } else {
                current.executor().execute(() -> answered(current, following, response, failure));
            }
        });
    }

    private void answered(
            ChannelHandlerContext current, Asked to, @Nullable HttpResponse response, @Nullable Throwable failure) {
        boolean awaited = asked != null && asked.number() == to.number() && streamed == null;
        if (!awaited || !current.channel().isActive()) {
            if (response != null) {
                StreamedBody.drop(response, materializer);
            }
            return;
        }
        answer(current, to, response == null ? broken(failure) : response);
    }

    private HttpResponse broken(@Nullable Throwable failure) {
        LOG.error("A handler failed instead of answering.", failure);
        return handler.refusal(Problem.of(ProblemCode.INTERNAL, "It is not your request's fault. Try again."));
    }

    private void answer(ChannelHandlerContext current, Asked to, HttpResponse response) {
        boolean chunked = to.head().protocolVersion().equals(HttpVersion.HTTP_1_1);
        boolean keep = !last && !open.draining() && chunked && HttpUtil.isKeepAlive(to.head());
        if (response.entity() instanceof HttpEntity.Strict strict) {
            if (keep) {
                current.writeAndFlush(Answers.whole(response, strict, true, handler.now()), current.voidPromise());
                done(current);
            } else {
                finish(current, response);
            }
            return;
        }
        current.write(Answers.head(response, chunked, keep, handler.now()));
        StreamedBody body = new StreamedBody(current, () -> {
            streamed = null;
            if (keep) {
                done(current);
            } else {
                current.close();
            }
        });
        streamed = body;
        body.write(response.entity(), materializer);
    }

    /** An answer has been written: the next request, if it was sent ahead. */
    private void done(ChannelHandlerContext current) {
        release(asked);
        asked = null;
        since = System.nanoTime();
        Asked following = ahead.poll();
        if (following != null) {
            current.channel().config().setAutoRead(true);
            current.executor().execute(() -> next(current, following));
        } else if (last) {
            current.close();
        }
    }

    private void release(@Nullable Asked over) {
        if (over != null) {
            open.free(over.reserved());
        }
    }

    /** Ends what takes too long. */
    private void watch(ChannelHandlerContext current) {
        long silent = System.nanoTime() - since;
        if (streamed != null) {
            if (System.nanoTime() - streamed.lastWritten()
                    > settings.idleLimit().toNanos()) {
                current.close();
            }
        } else if (asked != null) {
            if (silent > settings.answerLimit().toNanos()) {
                answer(
                        current,
                        asked,
                        handler.refusal(late("The answer did not come in time and the outcome is unknown.")));
            }
        } else if (reading != null) {
            if (silent > settings.bodyLimit().toNanos()) {
                finish(current, handler.refusal(late("The request did not come to its end in time.")));
            }
        } else if (silent > settings.idleLimit().toNanos()) {
            current.close();
        }
    }

    /** Closes now where nothing is being answered, else behind the answer. */
    void closeWhenIdle() {
        ChannelHandlerContext current = context;
        if (current != null) {
            current.executor().execute(() -> {
                last = true;
                if (asked == null) {
                    current.close();
                }
            });
        }
    }

    void close() {
        ChannelHandlerContext current = context;
        if (current != null) {
            current.close();
        }
    }

    private void finish(ChannelHandlerContext current, HttpResponse response) {
        last = true;
        if (response.entity() instanceof HttpEntity.Strict strict) {
            current.writeAndFlush(Answers.whole(response, strict, false, handler.now()))
                    .addListener(ChannelFutureListener.CLOSE);
        } else {
            current.close();
        }
    }

    private static Problem late(String what) {
        return Problem.of(ProblemCode.UNAVAILABLE, what + " Send the same request again.");
    }

    private static Problem unreadable(@Nullable Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line -> Problem.of(ProblemCode.MALFORMED, "The address is too long.");
            case TooLongHttpHeaderException headers -> Problem.of(ProblemCode.TOO_LARGE, "The headers are too long.");
            case null, default -> UNREADABLE;
        };
    }
}
