package io.waymark.launcher.replay;

import io.waymark.launcher.replay.delivery.Account;
import io.waymark.launcher.replay.delivery.ProgressFile;
import io.waymark.launcher.replay.delivery.ReplayFailure;
import io.waymark.launcher.replay.delivery.ReplayOptions;
import io.waymark.launcher.replay.delivery.ReplayRun;
import io.waymark.launcher.replay.delivery.ReplayTarget;
import io.waymark.launcher.replay.delivery.StepListener;
import io.waymark.launcher.replay.delivery.StopSignal;
import io.waymark.launcher.replay.schedule.Schedule;
import io.waymark.launcher.replay.source.BookingFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Replays a file of reservations into a running system.
 *
 * <p>It can be stopped at any time, even by a kill: the next replay of the same file goes on where this one was, and what
 * was sent and not yet known to be answered is sent again without doubling anything.
 */
public final class Replay {

    private final BookingFile file;
    private final ReplayTarget target;
    private final ReplayOptions options;
    private final Path progressFolder;
    private final InstantSource clock;
    private final StopSignal stop = new StopSignal();

    /** Progress is kept in {@code progressFolder}, one small file for each file that was ever replayed. */
    public Replay(
            BookingFile file, ReplayTarget target, ReplayOptions options, Path progressFolder, InstantSource clock) {
        this.file = file;
        this.target = target;
        this.options = options;
        this.progressFolder = progressFolder;
        this.clock = clock;
    }

    /**
     * Sends everything that has not been sent yet; returns early where {@link #stop} was called.
     *
     * @throws io.waymark.launcher.replay.source.UnreadableFile where the file is none of reservations
     * @throws ReplayFailure where the system does not take them; its message says what to do
     */
    public ReplaySummary run(ReplayListener listener) throws InterruptedException {
        return run(listener, StepListener.NONE);
    }

    /** The same for one who wants to know of each step. */
    public ReplaySummary run(ReplayListener listener, StepListener steps) throws InterruptedException {
        String digest = file.digest();
        BookingFile.Contents contents = file.read();
        listener.read(file.name(), contents.reservations().size(), contents.rejected());
        if (contents.reservations().isEmpty()) {
            throw new ReplayFailure(file.name() + " has no row that can be replayed.");
        }
        Schedule schedule = Schedule.of(contents.reservations());
        Telling telling = new Telling(schedule, listener);
        try (ProgressFile progress = ProgressFile.open(progressFolder, digest)) {
            Account account =
                    new ReplayRun(schedule, target, options, clock, stop, steps).run(progress, telling::accept);
            return new ReplaySummary(
                    telling.progress(account),
                    contents.reservations().size(),
                    contents.rejected().size());
        }
    }

    /** Lets what is under way be answered and {@link #run} return; from any thread. */
    public void stop() {
        stop.give();
    }

    /** Turns accounts into progress: what is left, how fast it goes, and how far the story has come. */
    private final class Telling {

        private final Schedule schedule;
        private final ReplayListener listener;
        private final AtomicReference<@Nullable Beginning> beginning = new AtomicReference<>();

        Telling(Schedule schedule, ReplayListener listener) {
            this.schedule = schedule;
            this.listener = listener;
        }

        void accept(Account account) {
            listener.progressed(progress(account));
        }

        ReplayProgress progress(Account account) {
            Instant now = clock.instant();
            beginning.compareAndSet(null, new Beginning(now, account.position()));
            Beginning first = beginning.get();
            Instant began = first == null ? now : first.at();
            int before = first == null ? account.position() : first.position();
            return new ReplayProgress(account, before, schedule.size(), date(account), Duration.between(began, now));
        }

        private LocalDate date(Account account) {
            int told = Math.min(account.position(), schedule.size() - 1);
            return LocalDate.ofInstant(schedule.steps().get(told).at(), ZoneOffset.UTC);
        }
    }

    private record Beginning(Instant at, int position) {}
}
