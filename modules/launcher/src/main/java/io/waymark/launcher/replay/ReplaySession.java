package io.waymark.launcher.replay;

import io.waymark.launcher.Settings;
import io.waymark.launcher.demo.Demo;
import io.waymark.launcher.replay.delivery.ReplayOptions;
import io.waymark.launcher.replay.delivery.ReplayTarget;
import io.waymark.launcher.replay.source.BookingFile;
import java.io.PrintWriter;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A replay into the demo tenant that a person watches and may stop with Ctrl-C. */
public final class ReplaySession {

    private static final int LONGEST_STOP_SECONDS = 10;
    private static final String NEXT = "Next: ./waymark verify compares what every part of the system has made of it.";

    private final Settings settings;
    private final Demo demo;
    private final URI baseUrl;
    private final ReplayConsole console;

    /** Shows a moving bar where {@code terminal}, lines otherwise. */
    public ReplaySession(Settings settings, Demo demo, URI baseUrl, PrintWriter out, boolean terminal) {
        this.settings = settings;
        this.demo = demo;
        this.baseUrl = baseUrl;
        this.console = new ReplayConsole(out, terminal);
    }

    /** Replays the file, or what is left of it, and says what became of it. */
    public ReplaySummary run(BookingFile file, ReplayOptions options) throws InterruptedException {
        Replay replay = new Replay(file, target(), options, settings.folder("replay"), InstantSource.system());
        CountDownLatch ended = new CountDownLatch(1);
        Thread stop = new Thread(() -> stop(replay, ended), "stop replay");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            ReplaySummary summary = replay.run(console);
            console.summary(summary, NEXT);
            return summary;
        } finally {
            ended.countDown();
        }
    }

    private ReplayTarget target() {
        Demo.Channel channel = demo.alpinebits();
        return new ReplayTarget(
                baseUrl, demo.adminKey(), new ReplayTarget.Channel(channel.user(), channel.user(), channel.password()));
    }

    /** What is under way is answered and the progress kept, but nobody waits for ever. */
    private static void stop(Replay replay, CountDownLatch ended) {
        replay.stop();
        try {
            if (!ended.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
