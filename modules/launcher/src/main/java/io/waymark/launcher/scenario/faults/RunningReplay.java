package io.waymark.launcher.scenario.faults;

import io.waymark.launcher.Settings;
import io.waymark.launcher.demo.Demo;
import io.waymark.launcher.replay.Replay;
import io.waymark.launcher.replay.ReplayListener;
import io.waymark.launcher.replay.ReplayProgress;
import io.waymark.launcher.replay.ReplaySummary;
import io.waymark.launcher.replay.delivery.Passage;
import io.waymark.launcher.replay.delivery.Patience;
import io.waymark.launcher.replay.delivery.ReplayOptions;
import io.waymark.launcher.replay.delivery.ReplayTarget;
import io.waymark.launcher.replay.schedule.Schedule;
import io.waymark.launcher.replay.source.BookingFile;
import io.waymark.launcher.replay.source.RejectedRow;
import io.waymark.servers.ServerFailure;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A replay beside everything else, and what it was told. */
final class RunningReplay {

    /** Longer than usual in everything that faults may stretch: one may begin as soon as another is over. */
    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(30),
            Duration.ofMillis(100),
            Duration.ofSeconds(3),
            Duration.ofHours(1),
            Duration.ofMinutes(2));

    private static final int MOST_PER_SECOND = 40;
    private static final Duration LAST_ANSWERS = Duration.ofMinutes(7);

    private static final ReplayListener SILENT = new ReplayListener() {
        @Override
        public void read(String name, int reservations, List<RejectedRow> rejected) {}

        @Override
        public void progressed(ReplayProgress progress) {}
    };

    private final Replay replay;
    private final ReplayRecord record;
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Future<ReplaySummary> running;

    private RunningReplay(Replay replay, ReplayRecord record) {
        this.replay = replay;
        this.record = record;
    }

    /**
     * A replay of the file.
     *
     * @param perSecond the most messages in a second; 0 for so many that the file takes about these seconds, and no more
     *     than leave the machine free to bring things back
     */
    static RunningReplay of(
            Settings settings, Demo demo, BookingFile file, int perSecond, double seconds, InstantSource clock) {
        Demo.Channel channel = demo.alpinebits();
        ReplayTarget target = new ReplayTarget(
                URI.create(demo.baseUrl()),
                demo.adminKey(),
                new ReplayTarget.Channel(channel.user(), channel.user(), channel.password()));
        int messages = Schedule.of(file.read().reservations()).size();
        int rate = perSecond > 0 ? perSecond : Math.min(MOST_PER_SECOND, (int) Math.ceil(messages / seconds));
        return new RunningReplay(
                new Replay(
                        file,
                        target,
                        new ReplayOptions(Passage.ALPINEBITS, rate, PATIENCE),
                        settings.folder("replay"),
                        clock),
                new ReplayRecord(demo.tenant(), channel.user()));
    }

    void begin() {
        running = thread.submit(() -> replay.run(SILENT, record));
    }

    /** Sends no more, and waits for what is under way; a replay that has failed fails the story. */
    void end() throws InterruptedException {
        replay.stop();
        thread.shutdown();
        if (running == null) {
            return;
        }
        try {
            running.get(LAST_ANSWERS.toMinutes(), TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw new ServerFailure("The replay has failed: %s".formatted(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new ServerFailure("The replay does not come to its end.", e);
        }
    }

    ReplayRecord record() {
        return record;
    }
}
