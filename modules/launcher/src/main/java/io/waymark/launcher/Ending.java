package io.waymark.launcher;

import io.waymark.launcher.parts.Shutdown;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Stops everything when {@code up} ends, by Ctrl-C or by a failure, unless it was cancelled.
 *
 * <p>It waits a while for what {@code up} is doing: a replay that was asked to stop first gets its last answers.
 */
final class Ending {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Settings settings;
    private final Consumer<String> progress;
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Semaphore free = new Semaphore(1);

    private Ending(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    static Ending atExit(Settings settings, Consumer<String> progress) {
        Ending ending = new Ending(settings, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(ending::run, "ending"));
        return ending;
    }

    /** From here until {@link #mayStop} something is under way that would rather finish. */
    void mustWait() throws InterruptedException {
        free.acquire();
    }

    void mayStop() {
        free.release();
    }

    void cancel() {
        wanted.set(false);
    }

    boolean hasBegun() {
        return begun.get();
    }

    private void run() {
        if (!wanted.get()) {
            return;
        }
        begun.set(true);
        try {
            if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                progress.accept("not waiting any longer for what is under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        new Shutdown(settings).run(name -> progress.accept("stopping " + name));
        progress.accept("Waymark is stopped. Its data stay in %s.".formatted(settings.data()));
    }
}
