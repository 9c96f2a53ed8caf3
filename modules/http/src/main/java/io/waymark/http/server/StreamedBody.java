package io.waymark.http.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.util.ByteString;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A body that comes about while it is sent: a few parts ahead of the client and no more. */
@SuppressWarnings("FutureReturnValueIgnored") // What cannot be written ends the connection, which is told by itself.
final class StreamedBody implements Subscriber<ByteString> {

    private static final int AHEAD = 16;

    private final ChannelHandlerContext context;
    private final Runnable end;
    private @Nullable Subscription subscription;
    private boolean cancelled;
    private volatile long lastWritten = System.nanoTime();

    /**
     * @param end runs on the connection's thread when all has been written
     */
    StreamedBody(ChannelHandlerContext context, Runnable end) {
        this.context = context;
        this.end = end;
    }

    void write(HttpEntity entity, Materializer materializer) {
        entity.getDataBytes().runWith(Sink.fromSubscriber(this), materializer);
    }

    /** Ends a body that nobody reads. */
    static void drop(HttpResponse response, Materializer materializer) {
        if (!(response.entity() instanceof HttpEntity.Strict)) {
            response.entity().getDataBytes().runWith(Sink.cancelled(), materializer);
        }
    }

    /** When the client last took something, as {@link System#nanoTime}. */
    long lastWritten() {
        return lastWritten;
    }

    /** The client is gone; on the connection's thread. */
    void cancel() {
        cancelled = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription begun) {
        context.executor().execute(() -> {
            if (cancelled) {
                begun.cancel();
            } else {
                subscription = begun;
                begun.request(AHEAD);
            }
        });
    }

    @Override
    public void onNext(ByteString part) {
        context.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(part.toArrayUnsafe())))
                .addListener((Future<? super Void> written) -> {
                    lastWritten = System.nanoTime();
                    if (written.isSuccess() && subscription != null) {
                        subscription.request(1);
                    } else {
                        cancel();
                    }
                });
    }

    @Override
    public void onError(Throwable failure) {
        // The client must see that this is not all: the connection ends in the middle of the body.
        context.close();
    }

    @Override
    public void onComplete() {
        context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(written -> {
            if (!cancelled) {
                end.run();
            }
        });
    }
}
