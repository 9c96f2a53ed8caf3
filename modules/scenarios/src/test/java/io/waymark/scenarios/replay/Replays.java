package io.waymark.scenarios.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.launcher.replay.Replay;
import io.waymark.launcher.replay.ReplayListener;
import io.waymark.launcher.replay.ReplayProgress;
import io.waymark.launcher.replay.ReplaySummary;
import io.waymark.launcher.replay.delivery.ReplayOptions;
import io.waymark.launcher.replay.source.RejectedRow;
import io.waymark.scenarios.stack.RunningWaymark;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Replays into a running Waymark, as {@code ./waymark replay} does. */
public final class Replays {

    private Replays() {}

    /** Sees to it that the thousand reservations of {@link Excerpt#SMALL} are there, in every copy. */
    public static void small(RunningWaymark waymark) throws InterruptedException {
        run(waymark, Excerpt.SMALL, progress -> {});
        assertThat(waymark.waymark("verify", "--wait", "120"))
                .satisfies(outcome ->
                        assertThat(outcome.exitCode()).as(outcome.output()).isZero());
    }

    /** Sends what has not been sent yet, and everything must be taken. */
    static ReplaySummary run(RunningWaymark waymark, Excerpt excerpt, Consumer<ReplayProgress> watcher)
            throws InterruptedException {
        Path folder = waymark.settings().folder("replay");
        Replay replay = new Replay(
                excerpt.in(folder), waymark.replayTarget(), ReplayOptions.USUAL, folder, InstantSource.system());
        ReplaySummary summary = replay.run(new Watching(watcher));
        assertThat(summary.progress().account().refusals()).isEmpty();
        assertThat(summary.complete()).isTrue();
        return summary;
    }

    private record Watching(Consumer<ReplayProgress> watcher) implements ReplayListener {

        @Override
        public void read(String name, int reservations, List<RejectedRow> rejected) {
            assertThat(rejected).isEmpty();
        }

        @Override
        public void progressed(ReplayProgress progress) {
            watcher.accept(progress);
        }
    }
}
