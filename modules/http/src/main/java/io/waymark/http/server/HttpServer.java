package io.waymark.http.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.stream.SystemMaterializer;

/**
 * An HTTP/1.1 server on Netty: few threads that only read, write and hand over, bounds on everything that a client can
 * send, and an end in two steps, after which no request is lost.
 *
 * <p>TLS is the ingress's.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty's futures are listened to where their end matters.
public final class HttpServer {

    private static final int LONGEST_FIRST_LINE = 8 << 10;
    private static final int LONGEST_HEADERS = 16 << 10;
    private static final Duration QUIET = Duration.ofMillis(0);

    private final Channel listening;
    private final EventLoopGroup threads;
    private final OpenConnections open;

    private HttpServer(Channel listening, EventLoopGroup threads, OpenConnections open) {
        this.listening = listening;
        this.threads = threads;
        this.open = open;
    }

    /**
     * Starts listening, with the limits that the system's settings have.
     *
     * @param port zero for any that is free
     * @return fails with an {@link java.io.IOException} where the port is taken
     */
    public static CompletionStage<HttpServer> start(
            ClassicActorSystemProvider system, String host, int port, Handler handler) {
        ServerSettings settings =
                ServerSettings.of(system.classicSystem().settings().config());
        EventLoopGroup threads = new MultiThreadIoEventLoopGroup(
                settings.threads(), new DefaultThreadFactory("http", true), transport());
        OpenConnections open = new OpenConnections(settings);
        var materializer = SystemMaterializer.get(system).materializer();
        CompletableFuture<HttpServer> started = new CompletableFuture<>();
        new ServerBootstrap()
                .group(threads)
                .channel(channel())
                .option(ChannelOption.SO_BACKLOG, settings.backlog())
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(new HttpDecoderConfig()
                                        .setMaxInitialLineLength(LONGEST_FIRST_LINE)
                                        .setMaxHeaderSize(LONGEST_HEADERS)))
                                .addLast(new Connection(settings, open, handler, materializer));
                    }
                })
                .bind(host, port)
                .addListener((Future<? super Void> bound) -> {
                    if (bound.isSuccess()) {
                        started.complete(
                                new HttpServer(((io.netty.channel.ChannelFuture) bound).channel(), threads, open));
                    } else {
                        threads.shutdownGracefully();
                        started.completeExceptionally(bound.cause());
                    }
                });
        return started;
    }

    /** The port that it listens on. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /**
     * Stops with the system: nobody is accepted any more once it leaves, and connections are closed when their last
     * requests are answered, or after the limit.
     */
    public HttpServer stopsWith(ClassicActorSystemProvider system, Duration limit) {
        CoordinatedShutdown shutdown = CoordinatedShutdown.get(system);
        shutdown.addTask(CoordinatedShutdown.PhaseServiceUnbind(), "accept no connection", this::unbind);
        shutdown.addTask(CoordinatedShutdown.PhaseServiceRequestsDone(), "answer what was asked", () -> stop(limit));
        return this;
    }

    private CompletionStage<Done> unbind() {
        CompletableFuture<Done> unbound = new CompletableFuture<>();
        open.drain();
        listening.close().addListener(closed -> unbound.complete(Done.getInstance()));
        return unbound;
    }

    /** Stops at once, but for requests that are being answered, which have until the limit. */
    public CompletionStage<Done> stop(Duration limit) {
        CompletableFuture<Done> stopped = new CompletableFuture<>();
        unbind().thenCompose(unbound -> open.closed(limit))
                .whenComplete((all, late) -> threads.shutdownGracefully(
                                QUIET.toMillis(), limit.toMillis(), TimeUnit.MILLISECONDS)
                        .addListener(ended -> stopped.complete(Done.getInstance())));
        return stopped;
    }

    private static IoHandlerFactory transport() {
        return Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    }

    private static Class<? extends ServerSocketChannel> channel() {
        return Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }
}
